/** Offsets of time zones at an instant. IANA names are looked up in the engine's own data. */
import { invalidArgument } from './evaluation.ts';

const OFFSET = /^(?:UTC|GMT)?([+-])(\d{2}):?(\d{2})$/;
const formats = new Map<string, Intl.DateTimeFormat>();

function zoneFormat(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  try {
    const made = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(zone, made);
    return made;
  } catch {
    return invalidArgument(`The time zone is not known. Received: ${zone}`);
  }
}

/** Minutes to add to UTC at `instant` (milliseconds since the epoch). */
export function zoneOffsetMinutes(zone: string, instant: number): number {
  if (zone === 'UTC' || zone === 'Z' || zone === 'GMT') return 0;
  const match = OFFSET.exec(zone);
  if (match !== null) return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
  const fields: { [type: string]: number } = {};
  for (const { type, value } of zoneFormat(zone).formatToParts(instant)) fields[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = fields;
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  return Math.round((local - instant) / 60_000);
}

/** The instant at which clocks in `zone` show `local` (given as if it were UTC). */
export function localToInstant(local: number, zone: string): number {
  const guess = local - zoneOffsetMinutes(zone, local) * 60_000;
  return local - zoneOffsetMinutes(zone, guess) * 60_000;
}
