/**
 * Repeats every `NOT RUN` line that a test printed below the summary, so that what was left out is the last thing read.
 */
import type { Reporter } from 'vitest/node';

export default class NotRunReporter implements Reporter {
  readonly #lines = new Set<string>();

  onUserConsoleLog(log: { content: string }): void {
    for (const line of log.content.split('\n')) if (line.includes('NOT RUN:')) this.#lines.add(line.trim());
  }

  onTestRunEnd(): void {
    // The summary is printed by the reporter before this one, in the same event.
    setImmediate(() => {
      for (const line of this.#lines) console.log(`\n${line}`);
    });
  }
}
