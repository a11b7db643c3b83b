/** The words of a project that models read: its own, and those of its log that are for the public. */
import type { Item, Table } from '../../ports/table/port.ts';
import { logSk, tenantKey } from '../../resolvers/_lib/keys.ts';
import { MAX_TEXT, type Piece } from './source.ts';

const FIELDS = ['description', 'body', 'inscription', 'provenance'];

/**
 * Private entries of the log are left out: what is proposed for a project is meant to be published, and must not be
 * made of what is not.
 */
export async function projectPieces(
  table: Pick<Table, 'query'>,
  tenantId: string,
  project: Item,
): Promise<Piece[]> {
  const id = project.id as string;
  const own = FIELDS.flatMap((field) => {
    const text = project[field];
    return typeof text === 'string' && text.trim() ? [{ entity: 'PROJECT' as const, id, text }] : [];
  });
  let left = MAX_TEXT - own.reduce((sum, { text }) => sum + text.length, 0);
  const logs: Piece[] = [];
  const { PK, SK } = tenantKey(tenantId, logSk(id, ''));
  for await (const log of table.query({
    condition: { expression: 'PK = :pk AND begins_with(SK, :prefix)', values: { ':pk': PK, ':prefix': SK } },
    attributes: ['id', 'body', 'audience', 'deletedAt'],
  })) {
    if (left <= 0) break;
    if (log.deletedAt || log.audience !== 'PUBLIC' || !log.body) continue;
    const text = (log.body as string).slice(0, left);
    logs.push({ entity: 'LOG', id: log.id as string, text });
    left -= text.length;
  }
  return [...own, ...logs];
}
