import type { Context } from '@aws-appsync/utils';
import { actor } from './_lib/actor.ts';

export function request() {
  return { payload: null };
}

export function response(ctx: Context) {
  const { uid, operator, scopes } = actor(ctx);
  return { uid, groups: operator ? ['operators'] : [], scopes };
}
