/** Licences as pages state them, under the names that this platform uses: `CC-BY-SA-4.0`, `CC0-1.0`. */

/** https://creativecommons.org/licenses/list.en */
const ADDRESS =
  /creativecommons\.org\/(?:licenses\/((?:by|nc|nd|sa)(?:-(?:nc|nd|sa))*)|publicdomain\/(zero|mark))(?:\/(\d\.\d))?(?:\/([a-z]{2})(?=\/|$))?/i;

/** The name of a Creative Commons address; undefined for another one. */
export function licenceOfAddress(address: string): string | undefined {
  const [, kind, domain, version, country] = ADDRESS.exec(address) ?? [];
  if (domain) return domain.toLowerCase() === 'zero' ? 'CC0-1.0' : 'Public Domain Mark 1.0';
  if (!kind) return undefined;
  return ['CC', kind.toUpperCase(), version, country?.toUpperCase()].filter(Boolean).join('-');
}

const WORDS =
  /creative commons[\s,:]+attribution((?:[\s–-]+(?:non[\s-]?commercial|no[\s-]?deriv\w*|share[\s-]?alike))*)(?:\s+(?:licen[cs]e|international|generic|unported|[,(]))*\s*(?:v(?:ersion)?\.?\s*)?(\d\.\d)?/i;
const SHORT = /\b(CC0|CC[ -]BY(?:-(?:NC|ND|SA))*)(?:[ -](\d\.\d))?\b/;
/** What makes a mention of a licence a statement about the page. */
const STATES = /licen[cs]ed|available under|under (?:a|the) |except where otherwise|unless otherwise/i;

/** The licence that a sentence gives its page; undefined where it gives none. */
export function licenceOfWords(sentence: string): string | undefined {
  if (!STATES.test(sentence)) return undefined;
  const long = WORDS.exec(sentence);
  if (long) {
    const terms = (long[1] ?? '').toLowerCase();
    const kinds = [
      'BY',
      /commercial/.test(terms) && 'NC',
      /deriv/.test(terms) && 'ND',
      /alike/.test(terms) && 'SA',
    ].filter(Boolean);
    return ['CC', kinds.join('-'), long[2]].filter(Boolean).join('-');
  }
  const short = SHORT.exec(sentence);
  return (
    short?.[1] &&
    [short[1].replace(' ', '-'), short[2] ?? (short[1] === 'CC0' ? '1.0' : '')].filter(Boolean).join('-')
  );
}
