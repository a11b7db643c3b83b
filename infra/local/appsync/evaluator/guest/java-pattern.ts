/**
 * `util.matches`: a Java `Pattern` that finds the value, read as the JavaScript expression that means the same.
 * Constructs of Java without a like in JavaScript stop the handler by name.
 * Java: https://docs.oracle.com/javase/8/docs/api/java/util/regex/Pattern.html
 */
import { invalidArgument, notImplemented } from './evaluation.ts';

const INLINE_FLAGS = /^\(\?([a-zA-Z]+)\)/;
const POSIX: { [name: string]: string } = {
  Lower: 'a-z',
  Upper: 'A-Z',
  Alpha: 'a-zA-Z',
  Digit: '0-9',
  Alnum: 'a-zA-Z0-9',
  Punct: '!-\\/:-@\\[-`{-~',
  Space: ' \\t\\n\\v\\f\\r',
  XDigit: '0-9a-fA-F',
  ASCII: '\\x00-\\x7F',
};
/** Java's `\S` is the rest of ASCII's white space alone; inside a class it is written as ranges. */
const NOT_SPACE = '\\x00-\\x08\\x0E-\\x1F\\x21-\\u{10FFFF}';
const UNKNOWN_ESCAPES = 'AGZzhHRVX';

const WHOLE = 'whole';
const GLOBAL = 'global';

/** By the mode and the pattern itself: a key made of both would be hashed anew at each look. */
const caches = {
  '': new Map<string, RegExp>(),
  whole: new Map<string, RegExp>(),
  global: new Map<string, RegExp>(),
};
const REMEMBERED = 1000;

/**
 * The JavaScript expression for a Java pattern, compiled once: found anywhere, as the whole value, or everywhere.
 * The last has a position of its own: for `replaceAll` only.
 */
export function javaPattern(pattern: string, mode: '' | typeof WHOLE | typeof GLOBAL = ''): RegExp {
  const cache = caches[mode];
  const known = cache.get(pattern);
  if (known !== undefined) return known;
  const inline = INLINE_FLAGS.exec(pattern);
  const translated = translate(inline === null ? pattern : pattern.slice(inline[0].length), pattern);
  const flags = inlineFlags(inline?.[1] ?? '', pattern);
  try {
    const source = mode === WHOLE ? `(?<![\\s\\S])(?:${translated})(?![\\s\\S])` : translated;
    const compiled = new RegExp(source, `${mode === GLOBAL ? 'g' : ''}${flags}u`);
    if (cache.size < REMEMBERED) cache.set(pattern, compiled);
    return compiled;
  } catch {
    return invalidArgument(`The regular expression can't be read. Received: ${pattern}`);
  }
}

function inlineFlags(letters: string, pattern: string): string {
  let flags = '';
  for (const letter of letters) {
    if (letter === 'u') continue;
    if (!'ims'.includes(letter)) notImplemented(`util.matches with the flag (?${letter}) in ${pattern}`);
    flags += letter;
  }
  return flags;
}

function translate(source: string, pattern: string): string {
  const refuse = (construct: string): never => notImplemented(`util.matches with ${construct} in ${pattern}`);
  let text = '';
  let inClass = false;
  for (let at = 0; at < source.length; at += 1) {
    const character = source.charAt(at);
    const rest = source.slice(at);
    if (character === '\\') {
      const [length, escape] = translateEscape(rest, inClass, refuse);
      text += escape;
      at += length - 1;
    } else if (inClass) {
      if (character === '[') refuse('a class inside a class');
      if (rest.startsWith('&&')) refuse('an intersection of classes');
      if (character === ']') inClass = false;
      text += character;
    } else if (character === '[') {
      inClass = true;
      const head = rest.startsWith('[^') ? '[^' : '[';
      if (source.charAt(at + head.length) === ']') refuse('a class that begins with ]');
      text += head;
      at += head.length - 1;
    } else {
      if (/^(?:[*+?]|\{[0-9]+(?:,[0-9]*)?\})\+/.test(rest)) refuse('a possessive quantifier');
      if (rest.startsWith('(?>')) refuse('an atomic group');
      if (/^\(\?[a-zA-Z-]+[:)]/.test(rest)) refuse('flags inside the expression');
      text += character === ']' || (character === '}' && !text.includes('{')) ? `\\${character}` : character;
    }
  }
  return text;
}

/** The characters consumed and what they become. */
function translateEscape(
  rest: string,
  inClass: boolean,
  refuse: (construct: string) => never,
): [number, string] {
  const letter = rest.charAt(1);
  if (letter === 'Q') {
    const end = rest.indexOf('\\E');
    const quoted = end < 0 ? rest.slice(2) : rest.slice(2, end);
    return [end < 0 ? rest.length : end + 2, quote(quoted)];
  }
  if (letter === 'p' || letter === 'P') return translateProperty(rest, inClass, refuse);
  if (letter === 'A' && !inClass) return [2, '(?<![\\s\\S])'];
  if (letter === 'z' && !inClass) return [2, '(?![\\s\\S])'];
  if (letter === 'a') return [2, '\\x07'];
  if (letter === 'e') return [2, '\\x1B'];
  if (letter !== '' && UNKNOWN_ESCAPES.includes(letter)) refuse(`\\${letter}`);
  if (letter === 's') return [2, inClass ? (POSIX['Space'] as string) : '[ \\t\\n\\v\\f\\r]'];
  if (letter === 'S') return [2, inClass ? NOT_SPACE : '[^ \\t\\n\\v\\f\\r]'];
  if (letter === 'x' && rest.charAt(2) === '{') return [2, '\\u'];
  if (/^[A-Za-z0-9]$/.test(letter)) return [2, `\\${letter}`];
  return [2, quote(letter)];
}

function translateProperty(
  rest: string,
  inClass: boolean,
  refuse: (construct: string) => never,
): [number, string] {
  const match = /^\\[pP](?:\{([A-Za-z_=]+)\}|([A-Z]))/.exec(rest);
  if (match === null) return refuse('a \\p that is not closed');
  const name = match[1] ?? match[2] ?? '';
  const negated = rest.charAt(1) === 'P';
  if (Object.hasOwn(POSIX, name)) {
    if (inClass)
      return negated ? refuse(`\\P{${name}} inside a class`) : [match[0].length, POSIX[name] as string];
    return [match[0].length, `[${negated ? '^' : ''}${POSIX[name]}]`];
  }
  if (/^(?:java|In|block|blk)/.test(name)) refuse(`\\p{${name}}`);
  const property = name.startsWith('Is') ? isProperty(name.slice(2)) : name;
  return [match[0].length, `\\${negated ? 'P' : 'p'}{${property}}`];
}

/** `\p{IsLatin}` names a script, `\p{IsAlphabetic}` a property. */
function isProperty(name: string): string {
  return /^(?:Alphabetic|Lowercase|Uppercase|White_Space|Ideographic|L|Lu|Ll|N|Nd|P|S)$/.test(name)
    ? name
    : `Script=${name}`;
}

function quote(text: string): string {
  let quoted = '';
  for (const character of text) {
    quoted += '^$\\.*+?()[]{}|/-'.includes(character) ? escapeLiteral(character) : character;
  }
  return quoted;
}

function escapeLiteral(character: string): string {
  return character === '-' ? '\\x2D' : `\\${character}`;
}

/**
 * True when the pattern matches the value. AWS does not say whether that means the whole value (Java's
 * `Pattern.matches`) or a part of it (`Matcher.find`), so a value for which the two differ stops the handler:
 * anchor the pattern with `^` and `$`.
 */
export function matches(pattern: string, value: string): boolean {
  const expression = javaPattern(String(pattern));
  const found = expression.test(String(value));
  if (found && !javaPattern(String(pattern), WHOLE).test(String(value))) {
    notImplemented(`util.matches of a part of the value; write ^ and $ around ${pattern}`);
  }
  return found;
}
