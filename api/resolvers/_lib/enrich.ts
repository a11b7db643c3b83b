import { util, type Context } from '@aws-appsync/utils';
import type { Enrichment, EnrichmentSubject } from '../../types.gen.ts';
import { actor } from './actor.ts';
import { runItem, runKey, runView, settingsKey } from './enrichment.ts';
import { dataSourceFailed, fail, notFound } from './errors.ts';
import type { Key } from './keys.ts';
import {
  cancellations,
  refused,
  transact,
  transactExists,
  transactPutNew,
  transactUnless,
} from './requests.ts';
import { stamp } from './write.ts';

/** Puts down a run where its subject is there and the tenant has not switched enrichment off. The table's stream starts it. */
export function requestRun(
  ctx: Context,
  subject: Key,
  of: { subject: EnrichmentSubject; entityId: string; projectId?: string },
) {
  const { tenantId } = actor(ctx);
  const table = ctx.env.TABLE_NAME ?? '';
  const id = util.autoUlid();
  const item = runItem(tenantId, id, of, stamp(ctx, ctx.stash.now as string));
  ctx.stash.item = item;
  return transact([
    transactExists(table, subject),
    transactUnless(table, settingsKey(tenantId), 'mode', 'OFF'),
    transactPutNew(table, runKey(tenantId, id), item),
  ]);
}

export function requestedRun(ctx: Context, what: string, id: string): Enrichment {
  const reasons = cancellations(ctx.result);
  if (refused(reasons, 0)) {
    notFound(what, id);
  }
  if (refused(reasons, 1)) {
    fail('EnrichmentOff', 'The tenant has switched enrichment off: nothing is sent to a model.', {
      field: 'mode',
      received: 'OFF',
      fix: 'An owner can switch it on with updateEnrichmentSettings (PATCH /v1/me/enrichment).',
    });
  }
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  return runView(ctx.stash.item as Record<string, unknown>);
}
