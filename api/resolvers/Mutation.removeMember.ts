import { util, type Context } from '@aws-appsync/utils';
import type { Member, MutationRemoveMemberArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { dataSourceFailed, fail } from './_lib/errors.ts';
import { endListening } from './_lib/listening.ts';
import { staleIn } from './_lib/outcome.ts';
import { ownersRequest } from './_lib/owners.ts';
import { memberKey } from './_lib/profile.ts';
import { cancellations, refused, transact } from './_lib/requests.ts';
import { mutationRemoveMemberArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

/** Removed at once, not as a tombstone: the next request must find no membership, and what listens ends. */
export function request(ctx: Context<MutationRemoveMemberArgs>) {
  validate(mutationRemoveMemberArguments, ctx.arguments, '');
  const { uid, expectedVersion } = ctx.arguments;
  const { tenantId } = actor(ctx);
  const table = ctx.env.TABLE_NAME ?? '';
  return transact([
    {
      table,
      operation: 'DeleteItem' as const,
      key: util.dynamodb.toMapValues({ ...memberKey(tenantId, uid) }),
      condition: {
        expression: '#version = :expected',
        expressionNames: { '#version': 'version' },
        expressionValues: util.dynamodb.toMapValues({ ':expected': expectedVersion }),
        returnValuesOnConditionCheckFailure: true,
      },
    },
    ownersRequest(table, tenantId, (ctx.stash.member as Member).role === 'OWNER' ? -1 : 0),
  ]);
}

export function response(ctx: Context<MutationRemoveMemberArgs>) {
  const { uid, expectedVersion } = ctx.arguments;
  const reasons = cancellations(ctx.result);
  if (refused(reasons, 0)) {
    staleIn(reasons, 0, 'member', uid, expectedVersion);
  }
  if (refused(reasons, 1)) {
    fail('LastOwner', `The person ${uid} is the last owner. Nothing was changed.`, {
      field: 'uid',
      received: uid,
      fix: 'Make another member an owner first, or delete the tenant.',
    });
  }
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  endListening({ tenantId: actor(ctx).tenantId, uid });
  return { id: uid };
}
