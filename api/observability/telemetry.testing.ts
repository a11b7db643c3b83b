/** Keeps what is told, for tests. */
import type { Measured } from './metrics.ts';
import { createPowertools } from './powertools.ts';
import type { Telemetry } from './telemetry.ts';

export interface Told {
  telemetry: Telemetry;
  /** Everything as it would be kept. */
  lines: string[];
  /** Lines of the log, read. */
  said: () => Array<Record<string, unknown>>;
  measured: Measured[];
}

export function keepTold(): Told {
  const lines: string[] = [];
  const measured: Measured[] = [];
  const { write, measure } = createPowertools((line) => void lines.push(line));
  return {
    lines,
    measured,
    said: () =>
      lines
        .map((line) => JSON.parse(line) as Record<string, unknown>)
        .filter((line) => line.message !== undefined),
    telemetry: {
      write,
      measure(figures, members) {
        measured.push(...figures);
        measure(figures, members);
      },
    },
  };
}
