/** How `rules.gen.ts` spells out the end of a pattern: nothing follows, or anything may. */
const TEXT_END = '(?![\\s\\S])';
const ANY_REST = '[\\s\\S]*';

/** What each pattern of the contract asks for, in words. */
const WORDS: Record<string, string> = {
  '^\\s*\\S': 'must hold more than blanks',
  '^[hH][tT][tT][pP][sS]?:': 'must begin with https:// or http://',
  '^([hH][tT][tT][pP][sS]?|[mM][aA][iI][lL][tT][oO]):': 'must begin with https://, http:// or mailto:',
  '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$': 'must be a BCP 47 tag, for example en or pt-BR',
  '^[a-z0-9]+(-[a-z0-9]+)*$':
    'must be lower-case letters and digits, with single hyphens between them, for example great-wave',
  '^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$':
    'must be lower-case letters and digits, with single hyphens and slashes between them, for example about/studio',
  '^[0-9A-HJKMNP-TV-Z]{26}$': 'must be a ULID: 26 digits and capitals without I, L, O and U',
  '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$': 'must be a day such as 2026-05-17',
  '^[A-Za-z0-9]+$': 'must be letters and digits of ASCII alone',
  '^[A-Za-z0-9_.:-]+$': 'must be letters, digits, full stops, colons, hyphens and underscores alone',
  '^[a-z]+/[a-z0-9.+-]+$': 'must be a media type in lower case, for example image/png',
  '^[^\\u0000-\\u001F\\u007F-\\u009F\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069]*$':
    'must be one line without control characters and without signs that change the direction of a text',
};

/** What to send instead of a text that a pattern of `rules.gen.ts` does not take. */
export function patternFix(pattern: string): string {
  const written = readable(pattern);
  return WORDS[written] ?? `must match ${written}`;
}

/** The pattern as the contract writes it, without the spelled-out end. `replace` would read it as an expression. */
function readable(pattern: string): string {
  if (pattern.endsWith(TEXT_END)) return `${pattern.slice(0, pattern.length - TEXT_END.length)}$`;
  return pattern.endsWith(ANY_REST) ? pattern.slice(0, pattern.length - ANY_REST.length) : pattern;
}
