import { runtime, util, type Context } from '@aws-appsync/utils';
import { actingTenant, person, provenance } from '../_lib/actor.ts';
import { fail } from '../_lib/errors.ts';

/**
 * First step of what belongs to the person and to no tenant. `stash.need` is `PERSON` (anybody with the scope READ),
 * `SIGNED_IN` (a person, not a token) or `OPERATOR`.
 */
export function request(ctx: Context) {
  const who = person(ctx);
  const need = ctx.stash.need as string;
  if (need === 'PERSON' && who.scopes && !who.scopes.includes('READ')) {
    fail(
      'Forbidden',
      `The token may not do this: it needs the scope READ. Received: ${who.scopes.join(' ')}.`,
      {
        field: 'scopes',
        received: who.scopes.join(' '),
        fix: 'Create a token with the scope READ.',
      },
    );
  }
  if (need === 'SIGNED_IN' && who.scopes) {
    fail('Forbidden', 'Only a signed-in person may do this. Received: a personal access token.', {
      fix: 'Sign in and send the access token.',
    });
  }
  if (need === 'OPERATOR' && !who.operator) {
    fail('Forbidden', 'Only operators may do this.', { fix: 'Ask an operator of the platform.' });
  }
  ctx.stash.actor = {
    ...who,
    ...provenance(ctx),
    tenantId: actingTenant(ctx, who.uid, who.uid),
    role: 'OWNER',
  };
  ctx.stash.now = util.time.nowISO8601();
  runtime.earlyReturn({}, { skipTo: 'NEXT' });
}

export function response() {
  return {};
}
