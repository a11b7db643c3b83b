import type { Context } from '@aws-appsync/utils';
import type { MutationRejectInspirationProposalArgs } from '../types.gen.ts';
import { rejectRequest, rejectResponse } from './_lib/proposals.ts';
import { mutationRejectInspirationProposalArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<MutationRejectInspirationProposalArgs>) {
  validate(mutationRejectInspirationProposalArguments, ctx.arguments, '');
  return rejectRequest(ctx, ctx.arguments, ctx.arguments.expectedRevision);
}

export function response(ctx: Context<MutationRejectInspirationProposalArgs>) {
  return rejectResponse(ctx, ctx.arguments.id, ctx.arguments.expectedRevision);
}
