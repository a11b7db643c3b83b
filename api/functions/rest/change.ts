import type { Precondition } from './precondition.ts';
import { RestError } from './rest-error.ts';

/** The two things that a change asks GraphQL. */
export interface ChangeSteps {
  /** Makes the change on top of a version. */
  apply: (expectedVersion: number) => Promise<unknown>;
  /** Reads the present version. */
  currentVersion: () => Promise<number>;
}

/** A change behind `If-Match: *` is tried this often when others are faster: each round, one of them is done. */
const ATTEMPTS = 20;

/**
 * Makes a change on top of what the caller read. A conflict stays `VersionConflict` (409) when the version came as
 * `expectedVersion` and becomes `PreconditionFailed` (412) when it came by `If-Match`, RFC 9110 section 13.1.1. Only `*`
 * and several versions cost a read first.
 */
export async function change(
  condition: Precondition,
  { apply, currentVersion }: ChangeSteps,
): Promise<unknown> {
  if (condition.from === 'expectedVersion') return apply(condition.version);
  const { versions } = condition;
  const attempts = versions === '*' ? ATTEMPTS : 1;
  for (let attempt = 1; ; attempt += 1) {
    const [only] = versions === '*' || versions.length > 1 ? [] : versions;
    const version = only ?? (await currentVersion());
    if (versions !== '*' && !versions.includes(version)) throw preconditionFailed(version, versions);
    try {
      return await apply(version);
    } catch (error) {
      if (!(error instanceof RestError) || error.kind !== 'VersionConflict') throw error;
      if (attempt === attempts) throw preconditionFailed(error.info.current, versions);
    }
  }
}

function preconditionFailed(current: unknown, versions: '*' | readonly number[]): RestError {
  const known = typeof current === 'number';
  const received = versions === '*' ? versions : `version ${versions.join(', ')}`;
  const fix = 'Read it again, repeat your change on what you get, and send its new ETag.';
  const now = known ? ` It is at version ${current} now.` : '';
  return new RestError(
    'PreconditionFailed',
    `It changed since you read what If-Match names; nothing was changed.${now}`,
    {
      errors: [{ field: 'If-Match', received, fix }],
      info: known ? { current } : {},
    },
  );
}
