import type { Context } from '@aws-appsync/utils';
import type { MutationRevertProposalsArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { answered } from './_lib/proposals.ts';
import { mutationRevertProposalsArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

/** Page by page through everything that was accepted from a model: a function does it. */
export function request(ctx: Context<MutationRevertProposalsArgs>) {
  validate(mutationRevertProposalsArguments, ctx.arguments, '');
  const { tenantId, uid, via, requestId } = actor(ctx);
  const { input } = ctx.arguments;
  return {
    operation: 'Invoke' as const,
    payload: { action: 'revert', tenantId, uid, via, requestId, input },
  };
}

export function response(ctx: Context<MutationRevertProposalsArgs>) {
  return answered(ctx);
}
