/**
 * Java `DateTimeFormatter` patterns: the common letters. Others stop the handler by name.
 * https://docs.oracle.com/javase/8/docs/api/java/time/format/DateTimeFormatter.html#patterns
 */
import { invalidArgument, notImplemented } from './evaluation.ts';
import { padStart } from './intrinsics.ts';
import { localToInstant, zoneOffsetMinutes } from './time-zone.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

interface Token {
  /** A pattern letter, or empty for literal text. */
  letter: string;
  text: string;
}

function tokenize(pattern: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < pattern.length;) {
    const character = pattern.charAt(at);
    let end = at + 1;
    if (character === "'") {
      let text = '';
      while (end < pattern.length && (pattern.charAt(end) !== "'" || pattern.charAt(end + 1) === "'")) {
        text += pattern.charAt(end);
        end += pattern.charAt(end) === "'" ? 2 : 1;
      }
      if (end >= pattern.length) invalidArgument(`The time pattern has an open quote. Received: ${pattern}`);
      tokens.push({ letter: '', text: end === at + 1 ? "'" : text });
      end += 1;
    } else if (/[A-Za-z]/.test(character)) {
      while (pattern.charAt(end) === character) end += 1;
      tokens.push({ letter: character, text: pattern.slice(at, end) });
    } else if ('[]{}#'.includes(character)) {
      notImplemented(`the time pattern ${character} in ${pattern}`);
    } else {
      tokens.push({ letter: '', text: character });
    }
    at = end;
  }
  return tokens;
}

function pad(value: number, width: number): string {
  return padStart(String(value), width, '0');
}

function offsetText(minutes: number, letters: string): string {
  const sign = minutes < 0 ? '-' : '+';
  const hours = pad(Math.floor(Math.abs(minutes) / 60), 2);
  const rest = pad(Math.abs(minutes) % 60, 2);
  if (letters.startsWith('X') && minutes === 0) return 'Z';
  switch (letters) {
    case 'X':
    case 'x':
      return `${sign}${hours}${rest === '00' ? '' : rest}`;
    case 'XX':
    case 'xx':
    case 'Z':
    case 'ZZ':
    case 'ZZZ':
      return `${sign}${hours}${rest}`;
    case 'XXX':
    case 'xxx':
      return `${sign}${hours}:${rest}`;
    case 'ZZZZZ':
      return minutes === 0 ? 'Z' : `${sign}${hours}:${rest}`;
    default:
      return notImplemented(`the time pattern ${letters}`);
  }
}

function name(names: readonly string[], index: number, width: number): string {
  const full = names[index] ?? '';
  return width === 5 ? full.slice(0, 1) : width === 4 ? full : full.slice(0, 3);
}

function formatToken({ letter, text }: Token, date: Date, offset: number, zone: string): string {
  const width = text.length;
  const number = (value: number): string => pad(value, width);
  switch (letter) {
    case '':
      return text;
    case 'y':
    case 'u':
      return width === 2 ? pad(date.getUTCFullYear() % 100, 2) : number(date.getUTCFullYear());
    case 'M':
    case 'L':
      return width < 3 ? number(date.getUTCMonth() + 1) : name(MONTHS, date.getUTCMonth(), width);
    case 'd':
      return number(date.getUTCDate());
    case 'D': {
      const newYear = Date.UTC(date.getUTCFullYear(), 0, 1);
      return number(Math.floor((date.getTime() - newYear) / 86_400_000) + 1);
    }
    case 'E':
      return name(DAYS, date.getUTCDay(), width);
    case 'a':
      return date.getUTCHours() < 12 ? 'AM' : 'PM';
    case 'H':
      return number(date.getUTCHours());
    case 'k':
      return number(date.getUTCHours() || 24);
    case 'h':
      return number(date.getUTCHours() % 12 || 12);
    case 'K':
      return number(date.getUTCHours() % 12);
    case 'm':
      return number(date.getUTCMinutes());
    case 's':
      return number(date.getUTCSeconds());
    case 'S':
      return `${pad(date.getUTCMilliseconds(), 3)}000000`.slice(0, width);
    case 'V':
      return width === 2 ? zone : notImplemented(`the time pattern ${text}`);
    case 'X':
    case 'x':
    case 'Z':
      return offsetText(offset, text);
    default:
      return notImplemented(`the time pattern letter ${letter}`);
  }
}

/** `milliseconds` since the epoch as `pattern` writes it in `zone`. */
export function formatTime(milliseconds: number, pattern: string, zone: string): string {
  const offset = zoneOffsetMinutes(zone, milliseconds);
  const local = new Date(milliseconds + offset * 60_000);
  return tokenize(pattern)
    .map((token) => formatToken(token, local, offset, zone))
    .join('');
}

interface Fields {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  afternoon: boolean | null;
  zone: string | null;
}

/** The expression that a token reads, and what to do with what it read. */
function reader({ letter, text }: Token): [string, (fields: Fields, read: string) => void] {
  const width = text.length;
  const digits = width === 1 ? '\\d{1,2}' : `\\d{${width}}`;
  switch (letter) {
    case '':
      return [`${text.split('').map(escapeCharacter).join('')}`, () => {}];
    case 'y':
    case 'u':
      if (width === 2) return ['\\d{2}', (fields, read) => (fields.year = 2000 + Number(read))];
      return ['\\d{4}', (fields, read) => (fields.year = Number(read))];
    case 'M':
    case 'L':
      if (width < 3) return [digits, (fields, read) => (fields.month = Number(read))];
      return [
        MONTHS.map((_, index) => name(MONTHS, index, width)).join('|'),
        (fields, read) => (fields.month = MONTHS.findIndex((month) => month.startsWith(read)) + 1),
      ];
    case 'd':
      return [digits, (fields, read) => (fields.day = Number(read))];
    case 'E':
      return [DAYS.map((_, index) => name(DAYS, index, width)).join('|'), () => {}];
    case 'a':
      return ['AM|PM', (fields, read) => (fields.afternoon = read === 'PM')];
    case 'H':
    case 'h':
    case 'K':
      return [digits, (fields, read) => (fields.hour = Number(read))];
    case 'm':
      return [digits, (fields, read) => (fields.minute = Number(read))];
    case 's':
      return [digits, (fields, read) => (fields.second = Number(read))];
    case 'S':
      return [`\\d{${width}}`, (fields, read) => (fields.millisecond = Number(`${read}00`.slice(0, 3)))];
    case 'X':
    case 'x':
    case 'Z':
      return ['Z|[+-]\\d{2}(?::?\\d{2})?', (fields, read) => (fields.zone = offsetZone(read))];
    default:
      return notImplemented(`reading the time pattern letter ${letter}`);
  }
}

function offsetZone(read: string): string {
  return read.length === 3 ? `${read}00` : read;
}

function escapeCharacter(character: string): string {
  return /[A-Za-z0-9 ]/.test(character) ? character : `\\${character}`;
}

/** Milliseconds since the epoch of a timestamp written by `pattern`; `zone` applies when the pattern has none. */
export function parseTime(timestamp: string, pattern: string, zone = 'UTC'): number {
  const readers = tokenize(pattern).map(reader);
  const match = new RegExp(`^${readers.map(([source]) => `(${source})`).join('')}$`).exec(String(timestamp));
  if (match === null) {
    return invalidArgument(`The timestamp does not follow ${pattern}. Received: ${timestamp}`);
  }
  const fields: Fields = {
    year: 1970,
    month: 1,
    day: 1,
    hour: 0,
    minute: 0,
    second: 0,
    millisecond: 0,
    afternoon: null,
    zone: null,
  };
  readers.forEach(([, read], index) => read(fields, match[index + 1] ?? ''));
  const { year, month, day, minute, second, millisecond, afternoon } = fields;
  const hour = afternoon === null ? fields.hour : (fields.hour % 12) + (afternoon ? 12 : 0);
  const local = Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
  const written = new Date(local);
  if (written.getUTCMonth() !== month - 1 || written.getUTCDate() !== day || hour > 23 || minute > 59) {
    return invalidArgument(`The timestamp names no day or time. Received: ${timestamp}`);
  }
  return localToInstant(local, fields.zone ?? zone);
}
