/**
 * The text encodings of `util`: base64 over UTF-8, `application/x-www-form-urlencoded` as Java's URLEncoder writes
 * it, and JavaScript string escapes as Apache Commons' `escapeEcmaScript` writes them.
 */
import { charCodeAt, codePointAt, fromCharCode, nativeReplaceAll, padStart } from './intrinsics.ts';
import { invalidArgument } from './evaluation.ts';

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function utf8Bytes(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = codePointAt(character, 0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code >= 0xd800 && code <= 0xdfff) bytes.push(0x3f);
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else {
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      );
    }
  }
  return bytes;
}

/** Percent-decoding gives UTF-8 its meaning; a broken sequence becomes U+FFFD, as in Java. */
function utf8Text(bytes: readonly number[]): string {
  let text = '';
  for (let index = 0; index < bytes.length;) {
    const first = bytes[index] ?? 0;
    const length =
      first < 0x80 ? 1 : first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
    const escaped = bytes
      .slice(index, index + length)
      .map((byte) => `%${padStart(byte.toString(16), 2, '0')}`)
      .join('');
    const decoded = length === 0 || index + length > bytes.length ? null : decodeOrNull(escaped);
    text += decoded ?? '\uFFFD';
    index += decoded === null ? 1 : length;
  }
  return text;
}

function decodeOrNull(escaped: string): string | null {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return null;
  }
}

export function base64Encode(value: string): string {
  const bytes = utf8Bytes(String(value));
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const [a = 0, b, c] = [bytes[index], bytes[index + 1], bytes[index + 2]];
    text += BASE64.charAt(a >> 2) + BASE64.charAt(((a & 3) << 4) | ((b ?? 0) >> 4));
    text += b === undefined ? '=' : BASE64.charAt(((b & 15) << 2) | ((c ?? 0) >> 6));
    text += c === undefined ? '=' : BASE64.charAt(c & 63);
  }
  return text;
}

export function base64Decode(value: string): string {
  const bytes: number[] = [];
  let buffer = 0;
  let bits = 0;
  for (const character of String(value)) {
    if (character === '=') break;
    const digit = BASE64.indexOf(character);
    if (digit < 0) invalidArgument(`util.base64Decode takes base64. Received the character: ${character}`);
    buffer = ((buffer << 6) | digit) & 0xfff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((buffer >> bits) & 255);
    }
  }
  return utf8Text(bytes);
}

export function urlEncode(value: string): string {
  let text = '';
  for (const byte of utf8Bytes(String(value))) {
    const character = fromCharCode(byte);
    if (byte === 0x20) text += '+';
    else if (/[A-Za-z0-9.*_-]/.test(character)) text += character;
    else text += `%${padStart(byte.toString(16).toUpperCase(), 2, '0')}`;
  }
  return text;
}

export function urlDecode(value: string): string {
  const source = nativeReplaceAll(String(value), '+', ' ');
  let text = '';
  for (let index = 0; index < source.length;) {
    if (source[index] !== '%') {
      text += source[index] ?? '';
      index += 1;
      continue;
    }
    const bytes: number[] = [];
    while (source[index] === '%') {
      const digits = source.slice(index + 1, index + 3);
      if (!/^[0-9A-Fa-f]{2}$/.test(digits)) {
        invalidArgument(`util.urlDecode takes two hex digits after %. Received: %${digits}`);
      }
      bytes.push(parseInt(digits, 16));
      index += 3;
    }
    text += utf8Text(bytes);
  }
  return text;
}

const ESCAPES: { [character: string]: string } = {
  "'": "\\'",
  '"': '\\"',
  '\\': '\\\\',
  '/': '\\/',
  '\b': '\\b',
  '\n': '\\n',
  '\t': '\\t',
  '\f': '\\f',
  '\r': '\\r',
};

export function escapeJavaScript(value: string): string {
  let text = '';
  for (const unit of String(value).split('')) {
    const code = charCodeAt(unit, 0);
    const printable = code >= 0x20 && code <= 0x7f;
    text += ESCAPES[unit] ?? (printable ? unit : `\\u${padStart(code.toString(16).toUpperCase(), 4, '0')}`);
  }
  return text;
}
