/**
 * `util.time`. Times are UTC unless a zone is given: `UTC`, `Z`, an offset such as `+02:00`, or an IANA name.
 * Follows https://docs.aws.amazon.com/appsync/latest/devguide/time-helpers-in-util-time-js.html.
 */
import { invalidArgument } from './evaluation.ts';
import { formatTime, parseTime } from './time-format.ts';
import { zoneOffsetMinutes } from './time-zone.ts';

const ISO8601 = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})$/;

function parseISO8601ToEpochMilliSeconds(timestamp: string): number {
  const match = ISO8601.exec(String(timestamp));
  const [, date = '', clock = '', zone = ''] = match ?? [];
  const [whole = '', fraction = ''] = clock.length > 8 ? [clock.slice(0, 8), clock.slice(9, 12)] : [clock];
  const milliseconds = Date.parse(`${date}T${whole}${fraction === '' ? '' : `.${fraction}`}Z`);
  if (match === null || Number.isNaN(milliseconds)) {
    invalidArgument(`util.time.parseISO8601ToEpochMilliSeconds takes ISO 8601. Received: ${timestamp}`);
  }
  return milliseconds - zoneOffsetMinutes(zone, milliseconds) * 60_000;
}

export const time = {
  nowISO8601: () => new Date().toISOString(),
  nowEpochSeconds: () => Math.floor(Date.now() / 1000),
  nowEpochMilliSeconds: () => Date.now(),
  nowFormatted: (format: string, zone = 'UTC') => formatTime(Date.now(), format, zone),
  parseFormattedToEpochMilliSeconds: (timestamp: string, format: string, zone?: string) =>
    parseTime(timestamp, format, zone),
  parseISO8601ToEpochMilliSeconds,
  epochMilliSecondsToSeconds: (milliseconds: number) => Math.floor(milliseconds / 1000),
  epochMilliSecondsToISO8601: (milliseconds: number) => new Date(milliseconds).toISOString(),
  epochMilliSecondsToFormatted: (milliseconds: number, format: string, zone = 'UTC') =>
    formatTime(milliseconds, format, zone),
};
