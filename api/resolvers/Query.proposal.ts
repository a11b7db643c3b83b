import type { Context } from '@aws-appsync/utils';
import type { QueryProposalArgs } from '../types.gen.ts';
import { proposalRequest, proposalResponse } from './_lib/proposals.ts';
import { queryProposalArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<QueryProposalArgs>) {
  validate(queryProposalArguments, ctx.arguments, '');
  return proposalRequest(ctx, ctx.arguments);
}

export function response(ctx: Context<QueryProposalArgs>) {
  return proposalResponse(ctx, ctx.arguments.id);
}
