import cliProgress, { type SingleBar } from 'cli-progress';
import type { Progress } from './catalogue.ts';
import type { Source } from './report.ts';

/** Shows how far an import is, until `stop`. */
export interface ProgressView {
  show: (progress: Progress) => void;
  stop: () => void;
}

/** Milliseconds between two lines. */
const EVERY = 3000;

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

/**
 * A plain line at the start and the end of each phase and every three seconds between, elsewhere.
 * @param now Milliseconds that only grow.
 */
export function progressLines(
  totals: Readonly<Record<Source, number>>,
  write: (line: string) => void,
  now: () => number = () => performance.now(),
): ProgressView {
  let last: Progress | undefined;
  let written: { phase: Source; done: number; at: number } | undefined;
  function say(progress: Progress): void {
    const { phase, done } = progress;
    if (written?.phase === phase && written.done === done) return;
    written = { phase, done, at: now() };
    write(`${phase}: ${done} of ${totals[phase]}, ${refusedIn(progress)} refused`);
  }
  return {
    show(progress) {
      if (last !== undefined && last.phase !== progress.phase) say(last);
      last = progress;
      if (written?.phase !== progress.phase || now() - written.at >= EVERY) say(progress);
    },
    stop() {
      if (last !== undefined) say(last);
    },
  };
}
