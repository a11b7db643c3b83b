/** Writes what visits are joined with, as DynamoDB exports it: whose handles are whose, and what is public of whom. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { createPublicContent } from '#api/ports/public-content/table.ts';
import type { Item, Table } from '#api/ports/table/port.ts';
import { handleKey, PROFILE, publicKey, publicProjectSk, redirectSk } from '#api/resolvers/_lib/keys.ts';

/** A line an item, `{"Item": {"PK": {"S": ...}}}`, with the attributes that are read. */
export async function exportTable(table: Pick<Table, 'get' | 'query'>, file: string): Promise<void> {
  const out = createWriteStream(file);
  const closed = finished(out);
  try {
    for await (const line of lines(table as Table))
      if (!out.write(`${line}\n`)) await Promise.race([once(out, 'drain'), closed]);
  } finally {
    out.end();
  }
  await closed;
}

async function* lines(table: Table): AsyncIterable<string> {
  for await (const tenantId of createPublicContent(table).tenants()) {
    const profile = await table.get(publicKey(tenantId, PROFILE));
    if (!profile) continue;
    yield exported({ ...publicKey(tenantId, PROFILE), tenantId });
    for (const handle of [profile.handle, ...((profile.oldHandles ?? []) as string[])])
      yield exported({ ...handleKey(handle as string), tenantId });
    for (const prefix of [publicProjectSk(''), redirectSk('')])
      for await (const { PK, SK, entityId, to, card } of below(table, tenantId, prefix))
        yield exported({ PK, SK, entityId, to, card });
  }
}

const below = (table: Table, tenantId: string, prefix: string): AsyncIterable<Item> =>
  table.query({
    attributes: ['PK', 'SK', 'entityId', 'to', 'card'],
    condition: {
      expression: 'PK = :pk AND begins_with(SK, :prefix)',
      values: { ':pk': `PUBLIC#${tenantId}`, ':prefix': prefix },
    },
  });

/** Texts as DynamoDB types them; of a card, its title. */
function exported({ card, ...texts }: Item): string {
  const title = (card as { title?: string } | undefined)?.title;
  const typed = Object.entries(texts).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, { S: value }] as const] : [],
  );
  return JSON.stringify({
    Item: {
      ...Object.fromEntries(typed),
      ...(title !== undefined && { card: { M: { title: { S: title } } } }),
    },
  });
}
