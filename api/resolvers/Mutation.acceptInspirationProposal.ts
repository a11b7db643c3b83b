import type { Context } from '@aws-appsync/utils';
import type { MutationAcceptInspirationProposalArgs } from '../types.gen.ts';
import { proposalView } from './_lib/proposal.ts';
import { acceptRequest, answered } from './_lib/proposals.ts';
import { mutationAcceptInspirationProposalArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<MutationAcceptInspirationProposalArgs>) {
  validate(mutationAcceptInspirationProposalArguments, ctx.arguments, '');
  const { inspirationId, id, input } = ctx.arguments;
  return acceptRequest(ctx, { inspirationId, id }, input);
}

export function response(ctx: Context<MutationAcceptInspirationProposalArgs>) {
  return proposalView(answered(ctx));
}
