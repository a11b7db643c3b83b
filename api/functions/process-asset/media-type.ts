/** What a file is by its first bytes, and whether that is what it was declared to be. */

/** Image types that are taken apart, as sharp's `metadata().format` calls them. */
export const IMAGE_FORMATS = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'heif',
  'image/tiff': 'tiff',
  'image/svg+xml': 'svg',
} as const;
export type ImageType = keyof typeof IMAGE_FORMATS;

export const isImageType = (type: string): type is ImageType => Object.hasOwn(IMAGE_FORMATS, type);

/** Signatures as hex at an offset: https://mimesniff.spec.whatwg.org/#matching-a-mime-type-pattern and each format's own. */
const SIGNATURES: readonly [type: string, ...parts: [offset: number, hex: string][]][] = [
  ['image/jpeg', [0, 'ffd8ff']],
  ['image/png', [0, '89504e470d0a1a0a']],
  ['image/gif', [0, '474946383761']],
  ['image/gif', [0, '474946383961']],
  ['image/webp', [0, '52494646'], [8, '57454250']],
  ['image/tiff', [0, '49492a00']],
  ['image/tiff', [0, '4d4d002a']],
  ['image/tiff', [0, '49492b00']],
  ['image/tiff', [0, '4d4d002b']],
  ['audio/wav', [0, '52494646'], [8, '57415645']],
  ['audio/ogg', [0, '4f67675300']],
  ['audio/flac', [0, '664c6143']],
  ['audio/mpeg', [0, '494433']],
  ['audio/mpeg', [0, 'fffb']],
  ['audio/mpeg', [0, 'fff3']],
  ['audio/mpeg', [0, 'fff2']],
  ['video/webm', [0, '1a45dfa3']],
  ['application/pdf', [0, '255044462d']],
  ['application/zip', [0, '504b0304']],
];

/** Other names under which the same signature is rightly declared. */
const ALSO: Readonly<Record<string, RegExp>> = {
  'image/jpeg': /^image\/(jpg|pjpeg)$/,
  'image/tiff': /^image\/x-tiff$/,
  'audio/wav': /^audio\/(x-wav|wave|vnd\.wave)$/,
  'audio/ogg': /^(audio\/opus|(video|application)\/ogg)$/,
  'audio/flac': /^audio\/x-flac$/,
  'audio/mpeg': /^audio\/mp3$/,
  'video/webm': /^(audio\/webm|(video|audio)\/(x-)?matroska)$/,
  'video/mp4': /^(audio\/(mp4|m4a|x-m4a)|video\/(quicktime|x-m4v))$/,
  'application/zip':
    /^application\/(epub\+zip|vnd\.(openxmlformats-officedocument|oasis\.opendocument)\.[a-z.-]+)$/,
};

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

/** The type that the bytes show, or undefined where they show none that we know. */
export function sniffMediaType(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('hex');
  for (const [type, ...parts] of SIGNATURES) {
    if (parts.every(([offset, hex]) => start.startsWith(hex, offset * 2))) return type;
  }
  if (ascii(bytes, 4, 8) === 'ftyp') return ftypType(bytes);
  return looksLikeSvg(bytes) ? 'image/svg+xml' : undefined;
}

/** ISO/IEC 14496-12 section 4.3: the major brand and the compatible ones tell AVIF and HEIC from MP4. */
function ftypType(bytes: Uint8Array): string {
  const end = Math.min(new DataView(bytes.buffer, bytes.byteOffset).getUint32(0), bytes.length, 256);
  const brands = [ascii(bytes, 8, 12), ...(ascii(bytes, 16, end).match(/.{4}/gs) ?? [])];
  if (brands.some((brand) => brand === 'avif' || brand === 'avis')) return 'image/avif';
  if (brands.some((brand) => /^(hei[cxms]|hev[cx]|mif1|msf1)$/.test(brand))) return 'image/heic';
  return 'video/mp4';
}

/** Whether the first element is `svg`, after a byte order mark, declarations, comments and white space. */
function looksLikeSvg(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, 8192));
  const prolog = /^(?:\s+|<\?[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE\s[^[>]*(?:\[[^\]]*\]\s*)?>)*/i;
  return /^<(?:svg:)?svg[\s>]/.test(text.replace(prolog, ''));
}

/** The declared type under its one name. */
export function canonicalType(declared: string): string {
  const type = (declared.split(';')[0] ?? '').trim().toLowerCase();
  const image = Object.keys(IMAGE_FORMATS).find((name) => ALSO[name]?.test(type));
  return image ?? type;
}

/** Types whose bytes always begin with a signature of ours: without it they are something else. */
const hasSignature = (type: string): boolean =>
  type.startsWith('image/') ||
  (type !== 'audio/mpeg' && SIGNATURES.some(([name]) => name === type || ALSO[name]?.test(type)));

/**
 * Whether bytes that look like `found` may be what was declared.
 * @param declared as `canonicalType` gives it
 * @param found as `sniffMediaType` gives it
 */
export function fitsDeclaration(declared: string, found: string | undefined): boolean {
  if (found === undefined) return !hasSignature(declared);
  if (found === declared || (ALSO[found]?.test(declared) ?? false)) return true;
  // SVG is text: as the source of something it may be declared as such, and is then served as text only.
  return found === 'image/svg+xml' && /^(text\/|application\/xml$)/.test(declared);
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'audio/wav': 'wav',
  'audio/ogg': 'ogg',
  'audio/flac': 'flac',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/webm': 'weba',
  'video/webm': 'webm',
  'video/ogg': 'ogv',
  'video/mp4': 'mp4',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'text/plain': 'txt',
  'text/markdown': 'md',
};

/** The ending of a stored file's name; `bin` where a type has none that everybody knows. */
export const extensionOf = (type: string): string => EXTENSIONS[type] ?? 'bin';
