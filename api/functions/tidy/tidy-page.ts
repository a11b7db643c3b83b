import type { Item } from '../../ports/table/port.ts';
import {
  pageSk,
  pathSk,
  publicIdSk,
  publicKey,
  publicPageSk,
  redirectSk,
  tenantKey,
} from '../../resolvers/_lib/keys.ts';
import { releaseClaims, removeRedirects } from './claims.ts';
import { removeStalePieces } from './pieces.ts';
import type { TidyPorts } from './ports.ts';
import { externalKeys } from './tombstone.ts';

/** After publishing: older pieces go. After deletion: everything does, the tombstone last. */
export async function tidyPage({ table }: TidyPorts, tenantId: string, pageId: string): Promise<void> {
  const key = tenantKey(tenantId, pageSk(pageId));
  const page = await table.get(key, { consistent: true });
  if (!page) return;
  const paths = pathsOf(page);
  const heads = paths.map((path) => publicKey(tenantId, publicPageSk(path)));
  await removeStalePieces(table, page, heads);
  if (!page.deletedAt) return;
  await removeRedirects(
    table,
    paths.map((path) => publicKey(tenantId, redirectSk(`pages/${path}`))),
    pageId,
  );
  const noted = (page.heldPaths ?? []) as Iterable<string>;
  const held = [...new Set([page.path as string, ...paths, ...noted])];
  await releaseClaims(
    table,
    [...held.map((path) => tenantKey(tenantId, pathSk(path))), ...externalKeys(tenantId, 'page', page)],
    pageId,
  );
  await table.remove([publicKey(tenantId, publicIdSk(pageId))]);
  await table.remove([key]);
}

/** Paths under which it stands or stood. */
const pathsOf = ({ publishedPath, oldPaths }: Item): string[] => [
  ...new Set([...(publishedPath ? [publishedPath as string] : []), ...((oldPaths ?? []) as string[])]),
];
