import cliProgress, { type SingleBar } from 'cli-progress';
import type { Progress } from './catalogue.ts';
import type { Source } from './report.ts';

/** Shows how far an import is, until `stop`. */
export interface ProgressView {
  show: (progress: Progress) => void;
  stop: () => void;
}

const EVERY = 1000;

const refusedIn = ({ phase, report }: Progress): number => report[phase].refused;

/** One bar a phase, on a terminal. */
export function progressBars(
  totals: Readonly<Record<Source, number>>,
  stream: NodeJS.WriteStream,
): ProgressView {
  let bar: SingleBar | undefined;
  let current: Source | undefined;
  return {
    show(progress) {
      const { phase, done } = progress;
      if (phase !== current) {
        bar?.stop();
        current = phase;
        bar = new cliProgress.SingleBar({
          stream,
          format: '{phase} {bar} {value}/{total}, {refused} refused, {eta_formatted} to go',
          hideCursor: true,
        });
        bar.start(totals[phase], 0, { phase: phase.padEnd(7), refused: 0 });
      }
      bar?.update(done, { refused: refusedIn(progress) });
    },
    stop: () => bar?.stop(),
  };
}

/** A plain line every thousand rows and at the end of each phase, elsewhere. */
export function progressLines(
  totals: Readonly<Record<Source, number>>,
  write: (line: string) => void,
): ProgressView {
  return {
    show(progress) {
      const { phase, done } = progress;
      if (done % EVERY === 0 || done === totals[phase]) {
        write(`${phase}: ${done} of ${totals[phase]}, ${refusedIn(progress)} refused`);
      }
    },
    stop: () => undefined,
  };
}
