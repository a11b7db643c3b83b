/** The steps of a night before anything can be counted: each is asked for again until it has succeeded. */
import type { Analytics, Progress } from '../../ports/analytics/port.ts';

export type PrepareRequest =
  | { step: 'days'; at: string }
  | { step: 'export'; run: string }
  | { step: 'clean'; run: string; day: string; copy: string };

export type PrepareAnswer =
  { run: string; days: string[] } | { state: Progress; copy: string } | { state: Progress };

const DAY_MS = 86_400_000;

/**
 * `days` names what a night counts: the day before and the one before that, again, since CloudFront may deliver lines up
 * to a day late.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html
 */
export function createPrepare({ analytics }: { analytics: Pick<Analytics, 'exportTable' | 'clean'> }) {
  return async (request: PrepareRequest): Promise<PrepareAnswer> => {
    switch (request.step) {
      case 'days':
        return daysBefore(request.at);
      case 'export':
        return analytics.exportTable(request.run);
      case 'clean':
        return { state: await analytics.clean(request.run, request.day, request.copy) };
    }
  };
}

function daysBefore(at: string): { run: string; days: string[] } {
  const time = Date.parse(at);
  if (Number.isNaN(time)) throw new Error(`Send the time as ISO 8601, in "at". Received: ${at}`);
  const day = (before: number): string => new Date(time - before * DAY_MS).toISOString().slice(0, 10);
  return { run: day(0), days: [day(2), day(1)] };
}
