/** What a tenant found of its own, read again from its own partition: whatever the index says of whose it is. */
import type { Hit } from '../../ports/search-index/port.ts';
import type { Item, Table } from '../../ports/table/port.ts';
import { assetSk, inspirationSk, logSk, pageSk, projectSk, tenantKey } from '../../resolvers/_lib/keys.ts';
import type { OwnHit, OwnKind } from '../../types.gen.ts';

/** Characters of a text that stand for a missing title. */
const BEGINNING = 80;

export async function ownHits(
  table: Pick<Table, 'batchGet'>,
  tenantId: string,
  hits: readonly Hit[],
): Promise<OwnHit[]> {
  const places = hits.map((hit) => ({ hit, sk: skOf(hit) })).filter(({ sk }) => sk !== null);
  const sks = [...new Set(places.map(({ sk }) => sk as string))];
  const items = await table.batchGet(sks.map((sk) => tenantKey(tenantId, sk)));
  const bySk = new Map(items.map((item) => [item.SK as string, item]));
  return places.flatMap(({ hit, sk }) => {
    const item = bySk.get(sk as string);
    return item === undefined || item.deletedAt ? [] : [shown(hit, item)];
  });
}

function skOf({ kind, entityId, projectId = '' }: Hit): string | null {
  if (kind === 'project') return projectSk(entityId);
  if (kind === 'log') return logSk(projectId, entityId);
  if (kind === 'asset') return assetSk(projectId, entityId);
  if (kind === 'inspiration') return inspirationSk(entityId);
  return kind === 'ownPage' ? pageSk(entityId) : null;
}

const KINDS: Partial<Record<Hit['kind'], OwnKind>> = {
  project: 'PROJECT',
  log: 'LOG_ENTRY',
  asset: 'ASSET',
  inspiration: 'INSPIRATION',
  ownPage: 'PAGE',
};

function shown(hit: Hit, item: Item): OwnHit {
  const { id, updatedAt } = item as { id: string; updatedAt: string };
  const projectId = hit.kind === 'project' ? id : (item.projectId as string | undefined);
  return {
    kind: KINDS[hit.kind] ?? 'PROJECT',
    id,
    projectId: projectId ?? null,
    title: titleOf(item),
    score: hit.score,
    highlights: hit.highlights,
    updatedAt,
  };
}

function titleOf(item: Item): string {
  const named = [item.title, item.caption, item.altText, item.fileName, item.body, item.note, item.sourceUrl];
  const text = named.find((name) => typeof name === 'string' && name.trim() !== '') as string | undefined;
  if (text === undefined) return item.id as string;
  const line = text.trim().split('\n', 1)[0] ?? '';
  return line.length > BEGINNING && item.title !== text
    ? `${line.slice(0, BEGINNING).toWellFormed().trimEnd()}…`
    : line;
}
