import type { Context } from '@aws-appsync/utils';
import type { MutationRejectProposalArgs } from '../types.gen.ts';
import { rejectRequest, rejectResponse } from './_lib/proposals.ts';
import { mutationRejectProposalArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<MutationRejectProposalArgs>) {
  validate(mutationRejectProposalArguments, ctx.arguments, '');
  return rejectRequest(ctx, ctx.arguments, ctx.arguments.expectedRevision);
}

export function response(ctx: Context<MutationRejectProposalArgs>) {
  return rejectResponse(ctx, ctx.arguments.id, ctx.arguments.expectedRevision);
}
