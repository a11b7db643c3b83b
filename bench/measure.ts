/** How things are measured: side by side in one run, so that ratios hold on any machine. */

/** One line of the table. */
export interface Row {
  /** What was measured. */
  name: string;
  value: number;
  unit: string;
  /** What it is held against, in words; absent where there is none. */
  bar?: string;
  /** Whether it meets the bar; absent where there is none. */
  met?: boolean;
  /** What it was measured on. */
  on?: string;
}

/** The value below which a share of the sorted samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Milliseconds that one run of `act` takes. */
export async function timed(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}

/**
 * Runs several ways of doing the same in turns, so that noise meets all of them alike. Answers the samples of each, in
 * milliseconds, after a warm-up that is not counted.
 */
export async function inTurns<Name extends string>(
  ways: Record<Name, () => Promise<unknown>>,
  { rounds, warmUp }: { rounds: number; warmUp: number },
): Promise<Record<Name, number[]>> {
  const names = Object.keys(ways) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = -warmUp; round < rounds; round += 1) {
    const order = round % 2 === 0 ? names : names.toReversed();
    for (const name of order) {
      const ms = await timed(ways[name]);
      if (round >= 0) samples[name].push(ms);
    }
  }
  return samples;
}

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits));
