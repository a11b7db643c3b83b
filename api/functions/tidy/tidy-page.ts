import {
  pageSk,
  pathSk,
  publicIdSk,
  publicKey,
  publicPageSk,
  tenantKey,
  type Key,
} from '../../resolvers/_lib/keys.ts';
import type { TidyPorts } from './ports.ts';
import { externalKeys } from './tombstone.ts';

/** After publishing: older pieces go. After deletion: everything does, the tombstone last. */
export async function tidyPage({ table }: TidyPorts, tenantId: string, pageId: string): Promise<void> {
  const key = tenantKey(tenantId, pageSk(pageId));
  const page = await table.get(key, { consistent: true });
  if (!page) return;
  const { path, publishedPath } = page as Record<string, string | undefined>;
  if (publishedPath) {
    const head = publicKey(tenantId, publicPageSk(publishedPath));
    const current = await table.get(head, { consistent: true });
    const stale: Key[] = [];
    for await (const { PK, SK } of table.query({
      condition: {
        expression: 'PK = :pk AND begins_with(SK, :prefix)',
        values: { ':pk': head.PK, ':prefix': `${head.SK}#` },
      },
    })) {
      const generation = (SK as string).split('#')[2] ?? '';
      if (!current || generation < (current.generation as string))
        stale.push({ PK: PK as string, SK: SK as string });
    }
    await table.remove(stale);
  }
  if (!page.deletedAt) return;
  const paths = [...new Set([path, publishedPath])].flatMap((held) =>
    held ? [tenantKey(tenantId, pathSk(held))] : [],
  );
  await table.remove([
    ...externalKeys(tenantId, 'page', page),
    ...paths,
    publicKey(tenantId, publicIdSk(pageId)),
  ]);
  await table.remove([key]);
}
