import type { Context } from '@aws-appsync/utils';
import type { QueryInspirationProposalArgs } from '../types.gen.ts';
import { proposalRequest, proposalResponse } from './_lib/proposals.ts';
import { queryInspirationProposalArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<QueryInspirationProposalArgs>) {
  validate(queryInspirationProposalArguments, ctx.arguments, '');
  return proposalRequest(ctx, ctx.arguments);
}

export function response(ctx: Context<QueryInspirationProposalArgs>) {
  return proposalResponse(ctx, ctx.arguments.id);
}
