import type { Context } from '@aws-appsync/utils';
import type { MutationAcceptProposalArgs } from '../types.gen.ts';
import { proposalView } from './_lib/proposal.ts';
import { acceptRequest, answered } from './_lib/proposals.ts';
import { mutationAcceptProposalArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<MutationAcceptProposalArgs>) {
  validate(mutationAcceptProposalArguments, ctx.arguments, '');
  const { projectId, id, input } = ctx.arguments;
  return acceptRequest(ctx, { projectId, id }, input);
}

export function response(ctx: Context<MutationAcceptProposalArgs>) {
  return proposalView(answered(ctx));
}
