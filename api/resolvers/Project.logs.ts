import { runtime, type Context } from '@aws-appsync/utils';
import type { ProjectLogsArgs } from '../types.gen.ts';
import type { Children } from './_lib/children.ts';
import { logsRequest, logsResponse } from './_lib/logs.ts';
import { projectLogsArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

type Source = { id: string; tenantId: string } & Partial<Children>;

/** The first page comes along with the project where all of the log did; other pages are one Query. */
export function request(ctx: Context<ProjectLogsArgs, Record<string, unknown>, undefined, Source>) {
  validate(projectLogsArguments, ctx.arguments, '');
  const { limit, cursor, order } = ctx.arguments;
  const here = ctx.source?.prefetchedLogs;
  if (here && !cursor && here.length <= (limit ?? 20)) {
    const latestFirst = order !== 'OCCURRED_ASC';
    runtime.earlyReturn({ items: latestFirst ? here.reverse() : here, next: null });
  }
  return logsRequest(ctx.source?.tenantId ?? '', ctx.source?.id ?? '', ctx.arguments);
}

export function response(ctx: Context) {
  return logsResponse(ctx);
}
