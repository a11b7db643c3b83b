import type { Context } from '@aws-appsync/utils';
import { actor } from './actor.ts';
import type { Attributes } from './expression.ts';

/** Who changed an item, how and when: every write bears it. */
export function stamp(ctx: Context, now: string): Attributes {
  const { uid, via, requestId } = actor(ctx);
  return { updatedAt: now, updatedBy: uid, updatedVia: via, requestId };
}
