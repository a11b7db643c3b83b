/** Words for values: years, dates, languages, and which addresses may become links. */

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const LANGUAGES = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

/** A year as a label writes it: `1850`, `500 BC`. */
export const yearText = (year: number): string => (year < 0 ? `${-year} BC` : String(year));

/** A day as a label writes it, in UTC; the value itself when it is no date. */
export function dayText(dateTime: string): string {
  const date = new Date(dateTime);
  const time = date.getTime();
  if (Number.isNaN(time)) return dateTime;
  const day = Math.floor(time / 86_400_000);
  if (day !== lastDay.day) Object.assign(lastDay, { day, text: DAY.format(date) });
  return lastDay.text;
}
/** What was published together has one day. */
const lastDay = { day: NaN, text: '' };

/** English name of a language; the tag itself when it has none. */
export function languageText(tag: string): string {
  try {
    return LANGUAGES.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** The address if it may become a link (http, https or mailto), else null. */
export const safeHref = (url: string | null | undefined): string | null =>
  url && /^(?:https?:\/\/|mailto:)/i.test(url) ? url : null;

/** The beginning of a text for a preview: one line, cut between words, at most `length` characters. */
export function excerpt(text: string, length = 160): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2))}…`;
}

/** JSON that can stand in a `<script>`: nothing in it can close the element or open a comment. */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
