import { matchedVersions, type MatchedVersions } from './entity-tag.ts';
import { readInt } from './compiled-route.ts';
import { badInput, RestError, shown } from './rest-error.ts';

/** The version that a change builds on: as `expectedVersion` gives it, or as `If-Match` allows it. */
export type Precondition =
  { from: 'expectedVersion'; version: number } | { from: 'If-Match'; versions: MatchedVersions };

/**
 * Reads what a change builds on, from `If-Match`, from the member `expectedVersion` of the body or from the query
 * parameter of that name. Throws 428 when there is none, 412 when `If-Match` names no version.
 */
export function precondition(
  ifMatch: string | undefined,
  member: unknown,
  parameter: string | undefined,
): Precondition {
  const version = memberVersion(member) ?? parameterVersion(parameter);
  if (ifMatch === undefined) {
    if (version !== undefined) return { from: 'expectedVersion', version };
    const fix = 'Send the ETag that you read as If-Match, or its version as expectedVersion.';
    throw new RestError(
      'PreconditionRequired',
      'A change needs the version that you read. Send its ETag as If-Match, or its version as expectedVersion.',
      { errors: [{ field: 'If-Match', received: 'nothing', fix }] },
    );
  }
  const versions = matchedVersions(ifMatch);
  if (versions.length === 0) {
    const received = ifMatch.slice(0, 80);
    const fix = 'Read it again and send the ETag that you get.';
    throw new RestError('PreconditionFailed', `If-Match names no version of this. Received: ${received}.`, {
      errors: [{ field: 'If-Match', received, fix }],
    });
  }
  if (version !== undefined && versions !== '*' && !versions.includes(version)) {
    const fix = 'Send the version in If-Match or in expectedVersion, or the same one in both.';
    throw badInput([{ field: 'expectedVersion', received: shown(version), fix }]);
  }
  return { from: 'If-Match', versions: version === undefined ? versions : [version] };
}

function memberVersion(version: unknown): number | undefined {
  if (version === undefined) return undefined;
  if (typeof version === 'number' && (version | 0) === version) return version;
  throw badInput([
    {
      field: '/expectedVersion',
      received: shown(version),
      fix: 'Send the version that you read, a whole number.',
    },
  ]);
}

function parameterVersion(parameter: string | undefined): number | undefined {
  if (parameter === undefined) return undefined;
  const read = readInt(parameter, 'expectedVersion');
  if ('problem' in read) throw badInput([read.problem]);
  return Number(read.value);
}
