/** The text of a document that its vector is made of, and whether the model reads its language. */
import type { EmbeddingModel } from '../../ports/embeddings/port.ts';
import type { SearchDocument } from '../../ports/search-index/port.ts';

/**
 * What the thing is and says, the most telling first, since models read the beginning best. People are left out: names
 * mean little to a model, and the artist's new name then needs no new vectors.
 */
export function embeddedText(document: SearchDocument, maxCharacters: number): string {
  const { title, altTitles = [], medium, classification, tags = [], context = [], summary, body } = document;
  const about = [classification, medium, ...tags, ...context].filter(Boolean).join(', ');
  const text = [[title, ...altTitles].join('. '), about, summary, body].filter(Boolean).join('\n');
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
