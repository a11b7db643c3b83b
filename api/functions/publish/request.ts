import type { Item, Table } from '../../ports/table/port.ts';
import type { MediaStore } from '../../ports/media-store/port.ts';
import type { Key } from '../../resolvers/_lib/keys.ts';
import type { RenderText } from './text-renderer.ts';
import { notFound, versionConflict } from './problem.ts';

/** What the pipeline hands over once it has authorised. */
export interface PublicationRequest {
  action: string;
  tenantId: string;
  id: string;
  expectedVersion: number;
  uid: string;
  via: string;
  requestId: string;
}

/** What publishing works with. */
export interface PublicationPorts {
  table: Table;
  media: Pick<MediaStore, 'copy' | 'remove' | 'head' | 'list'>;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** A new ULID. */
  ulid: () => string;
}

/** What an action works with: the ports, and the renderer of the texts that it publishes. */
export interface Publishing extends PublicationPorts {
  render: RenderText;
}

/** The draft, as long as it stands at the version that was read. */
export async function draftAt(
  table: Table,
  key: Key,
  what: string,
  request: PublicationRequest,
): Promise<Item> {
  const item = await table.get(key, { consistent: true });
  if (!item || item.deletedAt) throw notFound(what, request.id);
  if (item.version !== request.expectedVersion) {
    throw versionConflict(what, request.id, request.expectedVersion, item.version);
  }
  return item;
}

/** The condition that nobody was faster: the item stands at `version` and is not being deleted. */
export const atVersion = (version: number) => ({
  expression: '#version = :expected AND attribute_not_exists(deletedAt)',
  names: { '#version': 'version' },
  values: { ':expected': version },
});
