/** The browser that the journeys run in, and the suite wrapper that says loudly when there is none. */
import { describe, it } from 'vitest';
import { chromiumAdvice, chromiumArguments, findChromium } from '../setup/chromium.mjs';

export { chromiumArguments, findChromium };

/** What playwright-core's `chromium.launch` needs to start a browser that stays on this machine. */
export interface BrowserLaunch {
  executablePath: string;
  args: string[];
}

/**
 * Declares a suite of browser journeys. With a Chromium on the machine it is a plain `describe`; without one it prints
 * a `NOT RUN` line and holds one skipped test that names the reason.
 * @param journeys declares the tests; receives the options for `chromium.launch`
 */
export function describeJourneys(name: string, journeys: (launch: BrowserLaunch) => void): void {
  const executablePath = findChromium();
  if (executablePath !== undefined) {
    describe(name, () => journeys({ executablePath, args: chromiumArguments }));
    return;
  }
  const reason = `NOT RUN: browser journeys (${name}): no Chromium was found; ${chromiumAdvice()}`;
  console.warn(reason);
  describe(name, () => {
    it('runs in a browser', ({ skip }) => skip(reason));
  });
}
