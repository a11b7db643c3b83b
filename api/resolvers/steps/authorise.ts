import { runtime, util, type Context } from '@aws-appsync/utils';
import { actingTenant, person, provenance } from '../_lib/actor.ts';
import { fail } from '../_lib/errors.ts';
import { memberSk, tenantKey } from '../_lib/keys.ts';
import { requireIds } from '../_lib/ids.ts';
import { getItem } from '../_lib/requests.ts';

/** What each need allows, by role. */
const ALLOWED: Record<string, string[]> = {
  VIEWER: ['OWNER', 'EDITOR', 'VIEWER'],
  EDITOR: ['OWNER', 'EDITOR'],
  OWNER: ['OWNER'],
};

/**
 * First step of everything that belongs to a tenant: resolves the tenant, checks the token's scope and reads the
 * membership, strongly consistent. `stash.need` is the least role; `stash.tenantId`, where set, names the tenant.
 */
export function request(ctx: Context) {
  requireIds(ctx.arguments as Record<string, unknown>);
  const who = person(ctx);
  const need = ctx.stash.need as string;
  const scope = need === 'VIEWER' ? 'READ' : 'WRITE';
  if (who.scopes && !who.scopes.includes(scope)) {
    fail(
      'Forbidden',
      `The token may not do this: it needs the scope ${scope}. Received: ${who.scopes.join(' ')}.`,
      {
        field: 'scopes',
        received: who.scopes.join(' '),
        fix: `Create a token with the scope ${scope}.`,
      },
    );
  }
  const tenantId = actingTenant(ctx, who.uid, (ctx.stash.tenantId as string | undefined) ?? null);
  ctx.stash.actor = { ...who, ...provenance(ctx), tenantId, role: 'OWNER' };
  ctx.stash.now = util.time.nowISO8601();
  if (tenantId === who.uid) {
    runtime.earlyReturn({}, { skipTo: 'NEXT' });
  }
  return getItem(tenantKey(tenantId, memberSk(who.uid)), true);
}

export function response(ctx: Context) {
  if (ctx.error) {
    fail('Internal', ctx.error.message, { source: ctx.error.type });
  }
  const role = (ctx.result as { role?: string } | null)?.role ?? 'NONE';
  const need = ctx.stash.need as string;
  if (!(ALLOWED[need] ?? []).includes(role)) {
    const { tenantId } = ctx.stash.actor as { tenantId: string };
    fail('Forbidden', `You may not do this for the tenant ${tenantId}: it needs the role ${need}.`, {
      field: 'X-Tenant',
      received: tenantId,
      fix: 'Act for a tenant of which you are a member with that role, or ask one of its owners.',
    });
  }
  ctx.stash.actor = { ...(ctx.stash.actor as object), role };
  return {};
}
