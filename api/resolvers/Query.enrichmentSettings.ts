import type { Context } from '@aws-appsync/utils';
import { actor } from './_lib/actor.ts';
import { settingsKey, settingsView, usageKey } from './_lib/enrichment.ts';
import { dataSourceFailed } from './_lib/errors.ts';
import { batchGetConsistent } from './_lib/requests.ts';

/** The choice and what was used of it this month. A change of it reads it first: `stash.settings` is the item. */
export function request(ctx: Context) {
  const { tenantId } = actor(ctx);
  const keys = [settingsKey(tenantId), usageKey(tenantId, ctx.stash.now as string)];
  return batchGetConsistent(ctx.env.TABLE_NAME ?? '', keys);
}

export function response(ctx: Context) {
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  const { data } = ctx.result as { data: Record<string, Array<Record<string, unknown> | null>> };
  const items = data[ctx.env.TABLE_NAME ?? ''] ?? [];
  const { SK } = settingsKey(actor(ctx).tenantId);
  const settings = items.find((item) => item !== null && item.SK === SK) ?? null;
  const usage = items.find((item) => item !== null && item.SK !== SK) ?? null;
  ctx.stash.settings = settings;
  ctx.stash.usage = usage;
  return settingsView(settings, usage);
}
