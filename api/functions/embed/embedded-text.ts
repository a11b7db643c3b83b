/** The text of a document that its vector is made of, and whether the model reads its language. */
import type { EmbeddingModel } from '../../ports/embeddings/port.ts';
import type { SearchDocument } from '../../ports/search-index/port.ts';

/** Characters of a work's body: provenance, credit lines and the like follow, and say little of what it means. */
const BODY = 300;

/**
 * What the thing is and says: its name on the first line, the most telling first, since models read the beginning best.
 * People are left out: names mean little to a model, and the artist's new name then needs no new vectors.
 */
export function embeddedText(document: SearchDocument, maxCharacters: number): string {
  const { kind, title, altTitles = [], medium, classification, tags = [], context = [] } = document;
  const about = [classification, medium, ...tags, ...context.filter(isSaying)].filter(Boolean).join(', ');
  const isWork = kind === 'work' || kind === 'project';
  const said = document.body?.split('\n\n').filter(isSaying).join('\n\n');
  const body = isWork ? cutAtSpace(said ?? '', BODY) : said;
  const parts = [[title, ...altTitles].join('. '), about, document.summary, body];
  return cutAtSpace(parts.filter(Boolean).join('\n'), maxCharacters);
}

/** Addresses, names of files and JSON. */
const ADDRESS = /\S[/_]\S|:\S|[{}]/u;

/** Whether a model learns something from it: numbers of records, measures and addresses only dilute the rest. */
const isSaying = (text: string): boolean =>
  !ADDRESS.test(text) && (text.match(/\p{L}/gu)?.length ?? 0) * 2 >= text.replace(/\s/gu, '').length;

function cutAtSpace(text: string, maxCharacters: number): string {
  if (text.length <= maxCharacters) return text;
  const cut = text.slice(0, maxCharacters).toWellFormed();
  const word = cut.search(/\s\S*$/u);
  return word > 0 ? cut.slice(0, word) : cut;
}

/** Whether the model understands the document; of one whose language is not known it is assumed. */
export const isRead = ({ language }: SearchDocument, { languages }: EmbeddingModel): boolean =>
  !languages || !language || languages.some((read) => primary(read) === primary(language));

/** The language without script, region and the rest (RFC 5646, section 2.1). */
const primary = (tag: string): string => tag.split('-', 1)[0]?.toLowerCase() ?? '';
