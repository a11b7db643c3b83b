import { util, type Context } from '@aws-appsync/utils';
import type { Enrichment, EnrichmentSubject } from '../../types.gen.ts';
import { actor } from './actor.ts';
import { runItem, runKey, runView, settingsKey } from './enrichment.ts';
import { dataSourceFailed, fail, notFound } from './errors.ts';
import { enrichedSk, tenantKey, type Key } from './keys.ts';
import {
  cancellations,
  getItem,
  refused,
  transact,
  transactExists,
  transactPutNew,
  transactSetWhere,
  transactUnless,
} from './requests.ts';
import { stamp } from './write.ts';

/**
 * What the steps of a request for a run hand on. A mark beside the runs names the newest one of each subject; a new run
 * moves it in the same transaction, where it still names the one that was read. So of many calls at once one makes a
 * run, and the others are handed that.
 */
export interface Asking {
  of: { subject: EnrichmentSubject; entityId: string; projectId?: string };
  key: Key;
  /** The run that the mark named when it was read last. */
  marked: string | null;
  /** The run to hand back. */
  run: Record<string, unknown> | null;
  /** One that is at work, to hand back where nothing of the subject has changed since it was asked for. */
  working: Record<string, unknown> | null;
  /** Another call was faster: whatever run it made is younger than this call. */
  late: boolean;
}

export const asking = (ctx: Context): Asking => ctx.stash.asking as Asking;

const markKey = (ctx: Context, entityId: string): Key => tenantKey(actor(ctx).tenantId, enrichedSk(entityId));

/** Begins a request: reads which run of the subject is the newest. */
export function askForRun(ctx: Context, key: Key, of: Asking['of']) {
  ctx.stash.asking = { of, key, marked: null, run: null, working: null, late: false };
  return readMark(ctx);
}

export const readMark = (ctx: Context) => getItem(markKey(ctx, asking(ctx).of.entityId), true);

export function noteMark(ctx: Context) {
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  const mark = (ctx.result ?? {}) as { enrichmentId?: string };
  ctx.stash.asking = { ...asking(ctx), marked: mark.enrichmentId ?? null };
  return {};
}

/** Hands back the run that is there, or puts down a new one; the subject must stand, and enrichment not be off. */
export function requestRun(ctx: Context) {
  const { tenantId } = actor(ctx);
  const table = ctx.env.TABLE_NAME ?? '';
  const { key, marked, of, run } = asking(ctx);
  const checks: object[] = [
    transactExists(table, key),
    transactUnless(table, settingsKey(tenantId), 'mode', 'OFF'),
  ];
  if (run !== null) {
    return transact(checks);
  }
  const id = util.autoUlid();
  const item = runItem(tenantId, id, of, stamp(ctx, ctx.stash.now as string));
  ctx.stash.item = item;
  return transact([
    ...checks,
    transactSetWhere(table, markKey(ctx, of.entityId), 'enrichmentId', id, marked),
    transactPutNew(table, runKey(tenantId, id), item),
  ]);
}

/** The run, or null where another call was faster. */
export function requestedRun(ctx: Context): Enrichment | null {
  const reasons = cancellations(ctx.result);
  const { of, run } = asking(ctx);
  if (refused(reasons, 0)) {
    notFound(of.subject.toLowerCase(), of.entityId);
  }
  if (refused(reasons, 1)) {
    fail('EnrichmentOff', 'The tenant has switched enrichment off: nothing is sent to a model.', {
      field: 'mode',
      received: 'OFF',
      fix: 'An owner can switch it on with updateEnrichmentSettings (PATCH /v1/me/enrichment).',
    });
  }
  // Two transactions that meet at the mark: DynamoDB lets one through.
  if (refused(reasons, 2) || reasons[2]?.type === 'TransactionConflict') {
    ctx.stash.asking = { ...asking(ctx), late: true };
    return null;
  }
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  return runView(run ?? (ctx.stash.item as Record<string, unknown>));
}
