import type { Context } from '@aws-appsync/utils';
import type { QueryProposalsArgs } from '../types.gen.ts';
import { proposalsRequest, proposalsResponse } from './_lib/proposals.ts';
import { queryProposalsArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<QueryProposalsArgs>) {
  validate(queryProposalsArguments, ctx.arguments, '');
  const { projectId } = ctx.arguments;
  return proposalsRequest(ctx, { projectId }, ctx.arguments);
}

export function response(ctx: Context<QueryProposalsArgs>) {
  return proposalsResponse(ctx, ctx.arguments.state);
}
