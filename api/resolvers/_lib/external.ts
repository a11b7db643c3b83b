import { fail } from './errors.ts';
import { externalSk, tenantKey } from './keys.ts';
import { transactClaim } from './requests.ts';

/** The claim of an importer's reference: none when there is no reference. */
export function externalClaim(
  table: string,
  tenantId: string,
  entity: string,
  ref: string | null | undefined,
  id: string,
) {
  return ref === null || ref === undefined
    ? []
    : [transactClaim(table, tenantKey(tenantId, externalSk(entity, ref)), { entityId: id }, id)];
}

/** The reference is known: `errorInfo.id` says which entity has it, so that an import can go on with that one. */
export function externalRefTaken(
  entity: string,
  ref: string,
  holder: Record<string, unknown> | null | undefined,
): never {
  const id = (holder ?? {}).entityId as string | undefined;
  fail('ExternalRefTaken', `The reference ${ref} is taken by the ${entity} ${id ?? 'of another create'}.`, {
    field: 'input.externalRef',
    received: ref,
    id,
    fix: 'Update that entity, or create one with another reference.',
  });
}
