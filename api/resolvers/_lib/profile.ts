import type { CreateTenantInput, Profile } from '../../types.gen.ts';
import { PLATFORM_TENANT, PROFILE, memberSk, personKey, tenantCollection, tenantKey } from './keys.ts';
import { createTenantInputDefaults } from './rules.gen.ts';
import { stateOf } from './state.ts';
import { fold } from './text.ts';
import { held, pick, type Attributes } from './expression.ts';

/** What the card of a tenant repeats, for operators' lists. */
export const PROFILE_CARD = ['handle', 'name'];

export const profileKey = (tenantId: string) => tenantKey(tenantId, PROFILE);

/** Attribute by which operators' lists are ordered. */
export const profileOrder = (id: string, name: string): Attributes => ({ order: `${fold(name)}#${id}` });

/** The item of a new profile. `owners` counts the members who may do everything: the last one stays. */
export function profileItem(tenantId: string, input: CreateTenantInput, stamped: Attributes): Attributes {
  const { updatedAt } = stamped as { updatedAt: string };
  const item: Attributes = {
    ...createTenantInputDefaults,
    ...held(input as Attributes),
    ...stamped,
    entity: 'profile',
    id: tenantId,
    tenantId,
    version: 1,
    owners: 1,
    createdAt: updatedAt,
    collection: tenantCollection(PLATFORM_TENANT, 'TENANT'),
    createdId: tenantId,
    ...profileOrder(tenantId, input.name),
  };
  return { ...item, card: { ...pick(item, PROFILE_CARD), id: tenantId, version: 1, createdAt: updatedAt } };
}

/** The item of a new member. */
export function memberItem(
  tenantId: string,
  member: { uid: string; role: string; label?: string | null },
  stamped: Attributes,
): Attributes {
  return {
    ...held(member as Attributes),
    ...stamped,
    entity: 'member',
    id: member.uid,
    tenantId,
    version: 1,
    createdAt: stamped.updatedAt,
    person: personKey(member.uid),
    card: { tenantId, role: member.role, version: 1 },
  };
}

export const memberKey = (tenantId: string, uid: string) => tenantKey(tenantId, memberSk(uid));

/** The profile as the API shows it. */
export function profileView(item: Record<string, unknown>): Profile {
  const profile = item as unknown as Profile;
  return { ...profile, state: stateOf(profile) };
}
