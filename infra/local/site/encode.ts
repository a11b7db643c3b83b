/** Compression of answers, kept for as long as the bytes stay the same. */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export type Coding = 'br' | 'gzip';

const COMPRESSIBLE = /^(?:text\/|application\/(?:json|xml|yaml|manifest\+json)|image\/svg\+xml)/;
/** Smaller bodies fit one packet as they are. */
const SMALLEST = 1024;

/** The coding to answer with, by `accept-encoding` (RFC 9110 section 12.5.3); brotli goes before gzip. */
export function codingFor(accepted: string | undefined, contentType: string, size: number): Coding | null {
  if (size < SMALLEST || !COMPRESSIBLE.test(contentType)) return null;
  const offers = new Map(
    (accepted ?? '').split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith('q='));
      return [name, weight ? Number(weight.slice(2)) : 1] as const;
    }),
  );
  const wanted = (coding: Coding): boolean => (offers.get(coding) ?? offers.get('*') ?? 0) > 0;
  return wanted('br') ? 'br' : wanted('gzip') ? 'gzip' : null;
}

/** Compresses bodies; remembers the latest ones by their ETag. */
export function createEncoder(most = 256): (etag: string, coding: Coding, bytes: Uint8Array) => Uint8Array {
  const kept = new Map<string, Uint8Array>();
  return (etag, coding, bytes) => {
    const key = `${coding} ${etag}`;
    const known = kept.get(key);
    if (known) {
      kept.delete(key);
      kept.set(key, known);
      return known;
    }
    const encoded =
      coding === 'br'
        ? brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
        : gzipSync(bytes, { level: 6 });
    kept.set(key, encoded);
    if (kept.size > most) kept.delete(kept.keys().next().value!);
    return encoded;
  };
}
