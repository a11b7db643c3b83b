/** What was found in public, read again: gone and unlisted things are left out, the rest is as it stands now. */
import type { Hit } from '../../ports/search-index/port.ts';
import type { Item, Table } from '../../ports/table/port.ts';
import { coverOf } from '../../resolvers/_lib/public.ts';
import { PROFILE, publicKey, publicPageSk, publicProjectSk, type Key } from '../../resolvers/_lib/keys.ts';
import { publicationIn } from '../index-content/versions.ts';
import type { Cover, PublicKind, SearchHit } from '../../types.gen.ts';

/** A hit as far as reading it again goes: suggestions are the same. */
export type Found = Pick<Hit, 'docKey' | 'tenantId' | 'kind' | 'path'>;

/** What stands in public of a hit now. */
export interface Present {
  kind: PublicKind;
  id: string;
  handle: string;
  artist: string;
  slug: string | null;
  path: string;
  title: string;
  publishedAt: string;
  head: Item;
}

/** Reads hits again, together. What answers nothing is not public, not listed, or another thing by now. */
export async function readPublic(
  table: Pick<Table, 'batchGet'>,
  hits: readonly Found[],
): Promise<(hit: Found) => Present | null> {
  const keys = new Map<string, Key>();
  for (const hit of hits) {
    for (const key of keysOf(hit)) keys.set(nameOf(key), key);
  }
  const items = await table.batchGet([...keys.values()]);
  const found = new Map(items.map((item) => [nameOf(item as unknown as Key), item]));
  return (hit) => {
    const [owner, head] = keysOf(hit).map((key) => found.get(nameOf(key)));
    if (!owner || owner.visibility === 'UNLISTED') return null;
    if (hit.kind === 'portfolio') return portfolio(owner);
    if (!head || head.visibility === 'UNLISTED' || head.entityId !== idOf(hit)) return null;
    return hit.kind === 'work' ? work(owner, head) : hit.kind === 'page' ? page(owner, head) : null;
  };
}

const nameOf = ({ PK, SK }: Key): string => `${PK} ${SK}`;
const idOf = ({ docKey }: Found): string => docKey.slice(docKey.indexOf('#') + 1);

/** The owner's profile, and the document itself where it is another. */
function keysOf({ tenantId, kind, path }: Found): Key[] {
  const owner = publicKey(tenantId, PROFILE);
  if (path === undefined) return [owner];
  if (kind === 'work') return [owner, publicKey(tenantId, publicProjectSk(path))];
  if (kind === 'page') return [owner, publicKey(tenantId, publicPageSk(path))];
  return [owner];
}

interface Owner {
  handle: string;
  name: string;
  publishedAt: string;
}

function portfolio(head: Item): Present {
  const { handle, name, publishedAt } = head as unknown as Owner;
  const shared = { handle, artist: name, title: name, publishedAt, head };
  return { kind: 'PORTFOLIO', id: handle, slug: null, path: `/@${handle}/`, ...shared };
}

function work(owner: Item, head: Item): Present {
  const { handle, name } = owner as unknown as Owner;
  const card = head.card as { id: string; slug: string; title: string; publishedAt: string };
  const { id, slug, title, publishedAt } = card;
  const path = `/@${handle}/${slug}/`;
  return { kind: 'WORK', id, handle, artist: name, slug, path, title, publishedAt, head };
}

function page(owner: Item, head: Item): Present {
  const { handle, name } = owner as unknown as Owner;
  const card = head.card as { path: string; title: string; publishedAt: string };
  const { path: below, title, publishedAt } = card;
  const path = `/@${handle}/pages/${below}/`;
  return {
    kind: 'PAGE',
    id: head.entityId as string,
    handle,
    artist: name,
    slug: null,
    path,
    title,
    publishedAt,
    head,
  };
}

/** A hit as it is answered. */
export function publicHit(hit: Hit, present: Present, mediaOrigin: string): SearchHit {
  const { head, ...shown } = present;
  const card = head.card as Partial<Record<'language' | 'dateText' | 'medium', string | null>> & {
    cover?: Cover | null;
  };
  return {
    ...shown,
    language: card.language ?? null,
    dateText: card.dateText ?? null,
    medium: card.medium ?? null,
    cover: coverOf(card.cover, mediaOrigin),
    score: hit.score,
    highlights: isAsFound(hit, head) ? hit.highlights : [],
  };
}

/**
 * Whether the words stand in what is public now. A work or page carries the number of its publication in its
 * generation, and the index's version begins with it; of a portfolio the index may be behind for a moment.
 */
function isAsFound({ kind, version }: Hit, { generation }: Item): boolean {
  if (kind === 'portfolio') return true;
  return publicationIn(version) === Number(String(generation).split('.')[1]);
}
