/** What a run was asked for. */
import { assetSk, inspirationSk, projectSk, tenantKey } from '../../resolvers/_lib/keys.ts';
import type { Item, Table } from '../../ports/table/port.ts';
import type { Run } from './run.ts';

type Subject = Pick<Run, 'tenantId' | 'subject' | 'entityId' | 'projectId'>;

/** The subject as it stands, or null where it is not there any more. */
export async function readSubject(table: Pick<Table, 'get'>, run: Subject): Promise<Item | null> {
  const item = await table.get(tenantKey(run.tenantId, skOf(run)), { consistent: true });
  return item && !item.deletedAt ? item : null;
}

export const goneMessage = ({ subject, entityId }: Subject): string =>
  `The ${subject.toLowerCase()} ${entityId} is not there any more.`;

/** Why a run that read nothing had nothing to read. */
export const NOTHING_TO_READ: Readonly<Record<Run['subject'], string>> = {
  PROJECT:
    'There was nothing to read: the project has no description and no other text, no public entry in its log and no asset that is ready. Its private entries are never read.',
  ASSET: 'There was nothing to read: the file is not ready yet, or shows and says nothing.',
  INSPIRATION: 'There was nothing to read: the inspiration has neither a note nor a page with words.',
};

function skOf({ subject, entityId, projectId = '' }: Subject): string {
  if (subject === 'PROJECT') return projectSk(entityId);
  return subject === 'ASSET' ? assetSk(projectId, entityId) : inspirationSk(entityId);
}
