/** The contract of embeddings: one suite that every twin passes, whatever computes its vectors. */
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Embeddings, ModelRefusal } from './port.ts';

/** Embeddings in use, and how to stop what serves them. */
export interface Twin {
  embeddings: Embeddings;
  end(): Promise<void>;
}

/** Nearness of two unit vectors, -1 to 1. */
export function cosine(a: Float32Array | null | undefined, b: Float32Array | null | undefined): number {
  let sum = 0;
  a?.forEach((value, index) => (sum += value * (b?.[index] ?? 0)));
  return sum;
}

/** A picture of stripes or of one colour. */
export async function picture(options: {
  colour: string;
  stripe?: string;
  width?: number;
  format?: 'png' | 'jpeg' | 'webp';
}): Promise<Uint8Array> {
  const { colour, stripe = colour, width = 96, format = 'png' } = options;
  const bars = [0, 2, 4, 6]
    .map((n) => `<rect y="${n * 12}" width="96" height="12" fill="${stripe}"/>`)
    .join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${width}" viewBox="0 0 96 96"><rect width="96" height="96" fill="${colour}"/>${bars}</svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg))[format]().toBuffer());
}

/** Registers the suite's tests; call it inside `describe`. */
export function embeddingsContract(start: () => Promise<Twin>): void {
  let twin: Twin;
  let port: Embeddings;
  beforeAll(async () => {
    twin = await start();
    port = twin.embeddings;
  });
  afterAll(() => twin.end());

  it('answers a unit vector of the said dimensions for each text, in order', async () => {
    const texts = ['A boat on the river', 'Portrait of a woman', 'A boat on the river'];
    const { vectors } = await port.embedTexts(texts, 'document');
    expect(vectors.map((vector) => vector?.length)).toEqual(texts.map(() => port.text.dimensions));
    for (const vector of vectors) expect(cosine(vector, vector)).toBeCloseTo(1, 4);
    expect(cosine(vectors[0], vectors[2])).toBeCloseTo(1, 4);
    expect(cosine(vectors[0], vectors[1])).toBeLessThan(0.95);
  });

  it('answers null where there is nothing to embed, and keeps the others in place', async () => {
    const { vectors } = await port.embedTexts(['', 'bronze', ' \n\t ', 'marble'], 'document');
    expect(vectors.map((vector) => vector !== null)).toEqual([false, true, false, true]);
    const [alone] = (await port.embedTexts(['marble'], 'document')).vectors;
    expect(cosine(vectors[3], alone)).toBeGreaterThan(0.99);
  });

  it('answers nothing for nothing, and that costs nothing', async () => {
    for (const answer of [await port.embedTexts([], 'query'), await port.embedImages([])]) {
      expect(answer).toEqual({ vectors: [], usage: { inputTokens: 0, outputTokens: 0, microUsd: 0 } });
    }
  });

  it('takes more texts than one batch, and many callers at once', async () => {
    const texts = Array.from({ length: 40 }, (_, index) => `Work number ${index}`);
    const [all, one] = await Promise.all([
      port.embedTexts(texts, 'document'),
      port.embedTexts([texts[33] ?? ''], 'document'),
    ]);
    expect(all.vectors).toHaveLength(40);
    expect(all.vectors).not.toContain(null);
    expect(cosine(all.vectors[33], one.vectors[0])).toBeGreaterThan(0.99);
  });

  it('takes texts of any length and any writing', async () => {
    const texts = [
      'long '.repeat(20_000),
      'x'.repeat(50_000),
      '雪舟',
      '🎨'.repeat(9_000),
      '\ud83c lone half',
      '\u0000',
    ];
    const { vectors } = await port.embedTexts(texts, 'document');
    expect(vectors.filter((vector) => vector !== null).length).toBeGreaterThanOrEqual(5);
    for (const vector of vectors) if (vector) expect(cosine(vector, vector)).toBeCloseTo(1, 4);
  });

  it('counts what a call used', async () => {
    const short = await port.embedTexts(['a boat'], 'query');
    const long = await port.embedTexts(['a boat on a river under a bridge in the evening'], 'query');
    expect(short.usage.inputTokens).toBeGreaterThan(0);
    expect(long.usage.inputTokens).toBeGreaterThan(short.usage.inputTokens);
    expect(long.usage.microUsd).toBeGreaterThanOrEqual(short.usage.microUsd);
  });

  it('answers a unit vector for each picture, the same for the same picture', async () => {
    const red = await picture({ colour: '#aa2211', stripe: '#221100' });
    const blue = await picture({ colour: '#1133aa' });
    const { vectors } = await port.embedImages([red, blue, red]);
    expect(vectors.map((vector) => vector?.length)).toEqual([0, 0, 0].map(() => port.image.dimensions));
    for (const vector of vectors) expect(cosine(vector, vector)).toBeCloseTo(1, 4);
    expect(cosine(vectors[0], vectors[2])).toBeCloseTo(1, 4);
    expect(cosine(vectors[0], vectors[1])).toBeLessThan(0.95);
  });

  it('takes PNG, JPEG and WebP', async () => {
    const formats = ['png', 'jpeg', 'webp'] as const;
    const images = await Promise.all(formats.map((format) => picture({ colour: '#446688', format })));
    expect((await port.embedImages(images)).vectors).not.toContain(null);
  });

  it('refuses bytes that are no picture', async () => {
    await expect(port.embedImages([new TextEncoder().encode('not a picture')])).rejects.toThrow(ModelRefusal);
  });
}
