/** The command line of `erase`: reads what is asked, shows what stands, and erases when it is told to. */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { erase, isErased, look, PAUSE_MS, type Standing, tenantOfHandle } from './erase.ts';
import type { EraseHome } from './erase-home.ts';

export const USAGE = `Usage: npm run erase -- --tenant ID | --handle HANDLE [options]
Shows what there is of a tenant; with --really erases it: items, pages, documents of the search index, files and their
older versions. Its handles stay taken. It may be interrupted and run again.

  --tenant ID      the tenant, by its id
  --handle HANDLE  the tenant, by a handle that it has or had
  --really         erases; without it nothing is changed
  --by NAME        who does it, as it is noted (operator)
  --aws            the deployed platform: AWS_REGION, TABLE_NAME and MEDIA_BUCKET say which
  --help           this`;

const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
const HANDLE = /^(?=.{3,64}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;

export interface Asked {
  tenant: string | undefined;
  handle: string | undefined;
  really: boolean;
  by: string;
  aws: boolean;
  help: boolean;
}

/** @throws Error that lists every problem with what was received and what to send */
export function readAsked(argv: readonly string[]): Asked {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args: [...argv],
    options: { tenant: text, handle: text, by: text, really: flag, aws: flag, help: flag },
  });
  const { tenant, handle, by = 'operator', really, aws, help } = values;
  const problems: string[] = [];
  if (!help && (tenant === undefined) === (handle === undefined))
    problems.push(
      `Say whom: either --tenant with an id or --handle. Received: ${tenant === undefined ? 'neither' : 'both'}.`,
    );
  if (tenant !== undefined && !ULID.test(tenant))
    problems.push(
      `--tenant must be an id of 26 letters and digits, a ULID. Received: ${tenant || 'nothing'}.`,
    );
  if (handle !== undefined && !HANDLE.test(handle))
    problems.push(`--handle must be a handle without @, such as merian. Received: ${handle || 'nothing'}.`);
  if (!/^[\w .@-]{1,64}$/.test(by))
    problems.push(
      `--by must be a name of 1 to 64 letters, digits, spaces, or . @ - _. Received: ${by || 'nothing'}.`,
    );
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return { tenant, handle, really, by, aws, help };
}

/** Does what is asked. @returns the exit code: 0 shown or erased, 1 where something is left */
export async function run(
  { ports, reacts }: EraseHome,
  { tenant, handle, really, by }: Asked,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<number> {
  const tenantId = tenant ?? (await tenantOfHandle(ports.table, handle ?? ''));
  const before = await look(ports, tenantId);
  for (const line of linesOf(before)) say(line);
  if (!really) {
    say(
      isErased(before)
        ? 'Nothing is left of it.'
        : 'Nothing was changed. With --really all of this is erased, and cannot be brought back from here.',
    );
    return 0;
  }
  if (!reacts && before.items > 0) {
    say('No platform runs here that could remove it. Start one (npm start), then run this again.');
    return 1;
  }
  const after = await erase(ports, tenantId, {
    by,
    pause: () => sleep(PAUSE_MS, undefined, { signal }),
    onProgress: (items) => say(`waiting: ${items} items are still there`),
  });
  for (const line of linesOf(after)) say(line);
  say(isErased(after) ? 'Erased.' : 'Something is left. Run this again.');
  return isErased(after) ? 0 : 1;
}

function linesOf(standing: Standing): string[] {
  const { tenantId, profile, name, items, publicItems, files, olderVersions, memberships } = standing;
  const states = { there: '', deleted: ', marked as deleted', none: ', no profile' };
  return [
    `${tenantId}${name === undefined ? '' : ` (${name})`}${states[profile]}`,
    `  ${items} items, ${publicItems} public ones, ${files} files, ${olderVersions} older versions of files`,
    ...(memberships.length === 0
      ? []
      : [`  is a member of ${memberships.join(', ')}: their owners remove it (removeMember)`]),
  ];
}
