import type { Context } from '@aws-appsync/utils';
import type { LogEntry } from '../../types.gen.ts';
import { collectionList } from './collection.ts';
import { projectCollection } from './keys.ts';
import { listRequest, listResponse, type PageArguments } from './paging.ts';

/** One page of a process log. */
export function logsRequest(
  tenantId: string,
  projectId: string,
  page: PageArguments & { order?: string | null },
) {
  const partition = projectCollection(tenantId, projectId, 'LOG');
  return listRequest(collectionList(partition, page.order ?? 'OCCURRED_DESC'), page);
}

export const logsResponse = (ctx: Context) => listResponse<LogEntry>(ctx);
