import type { Context } from '@aws-appsync/utils';
import type { QueryInspirationProposalsArgs } from '../types.gen.ts';
import { proposalsRequest, proposalsResponse } from './_lib/proposals.ts';
import { queryInspirationProposalsArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<QueryInspirationProposalsArgs>) {
  validate(queryInspirationProposalsArguments, ctx.arguments, '');
  const { inspirationId } = ctx.arguments;
  return proposalsRequest(ctx, { inspirationId }, ctx.arguments);
}

export function response(ctx: Context<QueryInspirationProposalsArgs>) {
  return proposalsResponse(ctx, ctx.arguments.state);
}
