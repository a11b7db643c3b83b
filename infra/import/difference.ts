import { isDeepStrictEqual } from 'node:util';

const isList = (value: unknown): value is Array<Record<string, unknown>> => Array.isArray(value);

/** The value as the API shows it again. */
function stored(field: string, value: unknown): unknown {
  if (field === 'title' && typeof value === 'string' && value.trim() === '') return 'Untitled';
  return value;
}

/** The value in one shape, so that only what it says is compared: moments as numbers, absent and null alike. */
function plain(field: string, value: unknown): unknown {
  if (field === 'occurredAt' && typeof value === 'string') return Date.parse(value);
  if (field === 'credits' && isList(value)) {
    return value.map(({ name, role, handle }) => ({ name, role: role ?? null, handle: handle ?? null }));
  }
  if (field === 'facts' && isList(value))
    return value.map(({ key, label, value: text }) => ({ key, label, value: text }));
  // An absent list and an empty one say the same.
  return Array.isArray(value) && value.length === 0 ? null : (value ?? null);
}

/**
 * The fields of `wanted` that `actual` does not hold already. Fields that `wanted` leaves out are nobody's business:
 * what people wrote there stays.
 */
export function difference(
  wanted: Readonly<Record<string, unknown>>,
  actual: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const changed = Object.entries(wanted).filter(
    ([field, value]) => !isDeepStrictEqual(plain(field, stored(field, value)), plain(field, actual[field])),
  );
  return Object.fromEntries(changed);
}
