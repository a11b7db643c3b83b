import type { Context } from '@aws-appsync/utils';
import type { MeMembershipsArgs, Membership } from '../types.gen.ts';
import { personKey } from './_lib/keys.ts';
import { listRequest, listResponse } from './_lib/paging.ts';
import { meMembershipsArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

type Source = { uid: string };

export function request(ctx: Context<MeMembershipsArgs, Record<string, unknown>, undefined, Source>) {
  validate(meMembershipsArguments, ctx.arguments, '');
  const partition = personKey(ctx.source?.uid ?? '');
  const list = { index: 'membershipsOfPerson', partitionKey: 'person', partition, forward: true };
  return listRequest(list, ctx.arguments);
}

export function response(ctx: Context) {
  return listResponse<Membership>(ctx);
}
