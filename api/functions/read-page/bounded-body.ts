/** The body of an answer, decoded, within a limit of bytes on the way and of bytes decoded. */
import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { PageRefusal, PageUnavailable } from './page-refusal.ts';

/** What is asked for and understood: https://www.rfc-editor.org/rfc/rfc9110#field.content-encoding */
export const ACCEPTED_ENCODINGS = 'gzip, deflate, br';

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** `whole`: refuse what is longer. `beginning`: leave out what is over the limit. */
export type Excess = 'whole' | 'beginning';

/** @throws PageRefusal `too-large`, `wrong-type`; PageUnavailable when the answer breaks off */
export async function readBody(
  body: Readable,
  encoding: string | undefined,
  limit: number,
  excess: Excess = 'whole',
): Promise<Uint8Array> {
  const name = (encoding ?? 'identity').trim().toLowerCase();
  const chunks: Buffer[] = [];
  let length = 0;
  const collect = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of source) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > limit) throw new Full();
    }
  };
  try {
    if (name === 'identity' || name === '') await pipeline(body, collect);
    else {
      const decoder = DECODERS[name];
      if (!decoder)
        throw new PageRefusal('wrong-type', `The page is packed as ${name}, which was not asked for.`);
      await pipeline(body, decoder(), collect);
    }
  } catch (error) {
    body.destroy();
    if (error instanceof PageRefusal) throw error;
    if (!(error instanceof Full))
      throw new PageUnavailable('The page broke off before its end. Try again.', { cause: error });
    if (excess === 'whole') {
      throw new PageRefusal(
        'too-large',
        `Pages of up to ${(limit / 2 ** 20).toFixed(1)} MB are read, and this one is larger.`,
      );
    }
  }
  return Buffer.concat(chunks).subarray(0, limit);
}

class Full extends Error {}
