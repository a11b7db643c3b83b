/** What a tenant finds of its own: drafts, logs, assets and inspirations, private ones included. */
import type { Kind, SearchDocument } from '../../ports/search-index/port.ts';
import type { Item } from '../../ports/table/port.ts';
import type { Asset, Inspiration, LogEntry, Page, Project } from '../../types.gen.ts';
import { plainText } from './plain-text.ts';
import { coloursOf, creditNames, factTexts, joined, known, told } from './texts.ts';
import { ownVersion } from './versions.ts';

/** Entities that a tenant finds of its own, and what kind of document each is. */
export const OWN_KINDS = {
  project: 'project',
  log: 'log',
  asset: 'asset',
  inspiration: 'inspiration',
  page: 'ownPage',
} as const satisfies Record<string, Kind>;
export type OwnEntity = keyof typeof OWN_KINDS;

export const isOwnEntity = (entity: unknown): entity is OwnEntity =>
  typeof entity === 'string' && Object.hasOwn(OWN_KINDS, entity);

export const ownKey = (entity: OwnEntity, id: string): string => `${OWN_KINDS[entity]}#${id}`;

/** Characters of a title that is made of a text. */
const TITLE = 80;

const plain = (markdown: unknown): string => plainText((markdown as string | null | undefined) ?? '');

/** The beginning of a text, whole words where there are some. */
function beginning(text: string): string {
  if (text.length <= TITLE) return text;
  const cut = text.slice(0, TITLE);
  const word = cut.lastIndexOf(' ');
  return `${word > 0 ? cut.slice(0, word) : cut}…`;
}

type Fields = Pick<SearchDocument, 'title'> & {
  [Field in keyof SearchDocument]?: SearchDocument[Field] | null;
};

/**
 * The document of an item of the tenant's partition.
 * @param derived of an asset: what machines made of it
 */
export function ownDocument(entity: OwnEntity, item: Item, derived: Item | undefined): SearchDocument {
  const { id, tenantId, projectId, version, updatedAt } = item as Record<string, string> & {
    version: number;
  };
  return known({
    docKey: ownKey(entity, id ?? ''),
    tenantId: tenantId ?? '',
    kind: OWN_KINDS[entity],
    entityId: id ?? '',
    projectId,
    version: ownVersion(version, (derived?.revision as number | undefined) ?? 0),
    at: updatedAt ?? '',
    ...fieldsOf(entity, item, derived),
  });
}

function fieldsOf(entity: OwnEntity, item: Item, derived: Item | undefined): Fields {
  switch (entity) {
    case 'project':
      return projectFields(item as unknown as Project);
    case 'log':
      return logFields(item as unknown as LogEntry);
    case 'asset':
      return assetFields(item as unknown as Asset, derived);
    case 'inspiration':
      return inspirationFields(item as unknown as Inspiration);
    case 'page':
      return pageFields(item as unknown as Page);
  }
}

const projectFields = (project: Project): Fields => ({
  title: project.title,
  altTitles: told([project.foreignTitle, project.series]),
  people: told(creditNames(project.credits)),
  tags: told(project.tags ?? []),
  medium: project.medium,
  summary: joined([plain(project.description)]),
  body: joined([
    plain(project.body),
    project.inscription,
    plain(project.provenance),
    project.creditLine,
    project.classification,
    project.dimensions,
    ...factTexts(project.facts),
  ]),
  context: told([...(project.places ?? []), project.period, project.culture, project.dateText]),
  classification: project.classification,
  yearFrom: project.yearStart ?? project.yearEnd,
  yearTo: project.yearEnd ?? project.yearStart,
  licence: project.licence,
  language: project.language,
});

const logFields = ({ title, body, tags, language }: LogEntry): Fields => ({
  title: title || beginning(plain(body).replaceAll(/\s+/gu, ' ')),
  tags: told(tags ?? []),
  body: joined([plain(body)]),
  language,
});

const assetFields = (asset: Asset, derived: Item | undefined): Fields => ({
  title: asset.fileName || asset.caption || asset.altText || asset.id,
  people: told([asset.credit]),
  body: joined([asset.altText, asset.caption]),
  colours: coloursOf([derived?.palette as string[] | undefined]),
});

const inspirationFields = (inspiration: Inspiration): Fields => ({
  title: inspiration.title,
  people: told([inspiration.creator]),
  tags: told(inspiration.tags ?? []),
  summary: joined([plain(inspiration.note)]),
  body: joined([
    inspiration.sourceUrl ? siteOf(inspiration.sourceUrl) : null,
    ...factTexts(inspiration.facts),
  ]),
  licence: inspiration.licence,
});

const pageFields = ({ title, summary, body, language }: Page): Fields => ({
  title,
  summary,
  body: joined([plain(body)]),
  language,
});

/** The name of the site, by which people remember where they saw something. */
const siteOf = (url: string): string => URL.parse(url)?.hostname.replace(/^www\./u, '') ?? '';
