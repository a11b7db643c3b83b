/** Compares an index with the table or mends it, and says in words what was found, what was mended and what is left. */
import { setTimeout as sleep } from 'node:timers/promises';
import { BrokenSearchIndex, type Scope } from '#api/ports/search-index/port.ts';
import { compareIndex, isEqual, lasting, type Drift, type DriftOptions, type DriftPorts } from './drift.ts';
import { SCOPES } from './sources.ts';

export interface CheckOptions extends Omit<DriftOptions, 'scopes' | 'everyVector'> {
  /** How long a change may be on its way to the index, ms. */
  onItsWayMs: number;
}

export interface Checked {
  /** Whether the index is as the table in the end. */
  isEqual: boolean;
  /** For the person. */
  lines: string[];
}

/** Each scope by itself: one that cannot be read is told, and the other is compared all the same. */
export async function checkIndex(ports: DriftPorts, options: CheckOptions): Promise<Checked> {
  const checked = { isEqual: true, lines: [] as string[] };
  for (const scope of SCOPES) {
    try {
      const one = await checkScope(ports, scope, options);
      checked.isEqual &&= one.isEqual;
      checked.lines.push(...one.lines);
    } catch (error) {
      if (!(error instanceof BrokenSearchIndex)) throw error;
      checked.isEqual = false;
      checked.lines.push(`${scope}: ${error.message}`);
    }
  }
  return checked;
}

async function checkScope(
  ports: DriftPorts,
  scope: Scope,
  { onItsWayMs, repair = false, ...options }: CheckOptions,
): Promise<Checked> {
  const look = (mending: boolean): Promise<Drift[]> =>
    compareIndex(ports, { ...options, scopes: [scope], repair: mending });
  const mended = repair ? await look(true) : [];
  let left = await look(false);
  if (onItsWayMs > 0 && !left.every(isEqual)) {
    await sleep(onItsWayMs, undefined, { signal: options.signal });
    left = lasting(left, await look(false));
  }
  const lines = mended.flatMap((drift) => {
    const done = (what: 'behind' | 'surplus' | 'vectors'): string[] => {
      const still = new Set(left.flatMap((one) => one[what]));
      return drift[what].filter((key) => !still.has(key));
    };
    const told = differences({
      behind: done('behind'),
      surplus: done('surplus'),
      vectors: done('vectors'),
    });
    return told.length > 0 ? [`${scope}: mended:`, ...told] : [];
  });
  for (const { documents, behind, surplus, ahead, vectors } of left) {
    const told = differences({ behind, surplus, ahead, vectors });
    lines.push(`${scope}: ${documents} documents, ${told.length === 0 ? 'as in the table' : 'different:'}`);
    lines.push(...told);
  }
  const isWhole = left.every(isEqual);
  if (repair && !isWhole) lines.push(`${scope}: this is left. Make the index anew: npm run reindex`);
  return { isEqual: isWhole, lines };
}

const differences = (keys: Record<string, readonly string[]>): string[] =>
  Object.entries(keys)
    .filter(([, some]) => some.length > 0)
    .map(
      ([what, some]) =>
        `  ${what}: ${some.length} (${some.slice(0, 5).join(', ')}${some.length > 5 ? ', …' : ''})`,
    );
