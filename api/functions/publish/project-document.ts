import type { Proposal } from '../../enrichment.ts';
import type { Item } from '../../ports/table/port.ts';
import type { ProjectDocument } from '../../ports/public-content/port.ts';
import type { PublicImage, PublicInspiration, PublicLogEntry } from '../../types.gen.ts';
import { coverOf } from './images.ts';
import { withMachineMade } from './machine-made.ts';
import type { RenderText } from './text-renderer.ts';

/** Fields that a public work takes over from its draft as they are; what is not there is null. */
const FIELDS = [
  'id',
  'slug',
  'title',
  'foreignTitle',
  'language',
  'series',
  'dateText',
  'yearStart',
  'yearEnd',
  'medium',
  'classification',
  'dimensions',
  'inscription',
  'description',
  'body',
  'provenance',
  'creditLine',
  'culture',
  'period',
  'places',
  'tags',
  'licence',
  'credits',
  'facts',
  'links',
  'visibility',
  'version',
  'machineMade',
] as const;

const LOG_FIELDS = ['id', 'title', 'body', 'occurredAt', 'assetIds', 'tags', 'language'] as const;
const INSPIRATION_FIELDS = [
  'id',
  'title',
  'creator',
  'sourceUrl',
  'note',
  'tags',
  'licence',
  'facts',
  'machineMade',
] as const;

const taken = (item: Item, names: readonly string[]): Item =>
  Object.fromEntries(names.map((name) => [name, item[name] ?? null]));

/** What goes out with a project: only parts whose audience is public. */
export interface ProjectParts {
  /** What machines made and the tenant lets stand by itself. */
  automatic: Proposal[];
  logs: Item[];
  images: PublicImage[];
  inspirations: Item[];
  /** Uploaded pictures whose sizes are still being made: they go out once they are. */
  awaitedAssetIds: string[];
}

/** Texts are rendered one after the other: publications that run at the same time take turns. */
export async function projectDocument(
  draft: Item,
  parts: ProjectParts,
  publishedAt: string,
  render: RenderText,
): Promise<ProjectDocument> {
  const project = withMachineMade(draft, 'PROJECT', parts.automatic);
  const cover = parts.images.find(({ assetId }) => assetId === project.coverAssetId) ?? parts.images[0];
  const shown = new Set(parts.images.map(({ assetId }) => assetId));
  const bodyHtml = project.body ? await render(project.body as string, 'body') : null;
  const logs: PublicLogEntry[] = [];
  for (const log of parts.logs)
    logs.push({
      ...(taken(log, LOG_FIELDS) as unknown as PublicLogEntry),
      assetIds: ((log.assetIds ?? []) as string[]).filter((id) => shown.has(id)),
      bodyHtml: await render(log.body as string, `logs/${log.id as string}/body`),
    });
  return {
    ...(taken(project, FIELDS) as unknown as ProjectDocument),
    bodyHtml,
    cover: cover ? coverOf(cover) : null,
    images: parts.images,
    logs: logs.toSorted(latestFirst),
    inspirations: parts.inspirations.map(
      (item) => taken(item, INSPIRATION_FIELDS) as unknown as PublicInspiration,
    ),
    publishedAt,
  };
}

const latestFirst = (a: PublicLogEntry, b: PublicLogEntry): number =>
  a.occurredAt === b.occurredAt ? compare(b.id, a.id) : compare(b.occurredAt, a.occurredAt);

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
