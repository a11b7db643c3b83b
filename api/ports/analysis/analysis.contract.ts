/** The contract of analysis: one suite that every twin passes. What is found depends on the model; how it is said does not. */
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ModelRefusal } from '../embeddings/port.ts';
import type { Analysis, Answered, Found, ImageAnalysis, TextAnalysis } from './port.ts';

/** An analysis in use, and how to stop what serves it. */
export interface Twin {
  analysis: Analysis;
  end(): Promise<void>;
}

/** A text that names what each field is about. */
export const sampleText = {
  title: 'Boats at Argenteuil',
  text: `Marie Laurent painted three boats on the river near Paris in the spring of 1874. The work is oil on canvas, built up
in thick impasto with a palette knife. The boats lie still in a calm, quiet and serene evening, and their masts stand
in the water like trees. Laurent worked fast, because the light on the river changed every few minutes. Critics of the
time called her an impressionist, and she did not object. In Paris the painting was shown with the boats of her friends,
and a dealer from London bought it the same afternoon.`,
  vocabulary: ['boat', 'river', 'portrait', 'train'],
};

/** A picture of one colour with words in it. */
export const samplePicture = async (words = 'HARBOUR FESTIVAL'): Promise<Uint8Array> => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="300"><rect width="900" height="300" fill="#f4f0e0"/><text x="40" y="180" font-family="sans-serif" font-size="80" fill="#102040">${words}</text></svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer());
};

const FOUND = { value: expect.any(String), confidence: expect.any(Number) };

/** Every found value of an analysis. */
export function foundIn(result: object): Array<Found<string>> {
  return Object.values(result)
    .flat()
    .filter(
      (value): value is Found<string> => typeof value === 'object' && value !== null && 'confidence' in value,
    );
}

function expectWellFormed({
  result,
  usage,
  model,
  promptVersion,
}: Answered<TextAnalysis | ImageAnalysis>): void {
  for (const found of foundIn(result)) {
    expect(found).toMatchObject(FOUND);
    expect(found.value.trim()).not.toBe('');
    expect(found.confidence).toBeGreaterThanOrEqual(0);
    expect(found.confidence).toBeLessThanOrEqual(1);
    expect(found.passage?.length ?? 0).toBeLessThanOrEqual(300);
  }
  for (const amount of Object.values(usage)) expect(amount).toBeGreaterThanOrEqual(0);
  expect(model).not.toBe('');
  expect(promptVersion).not.toBe('');
}

/** Registers the suite's tests; call it inside `describe`. */
export function analysisContract(start: () => Promise<Twin>): void {
  let twin: Twin;
  let port: Analysis;
  beforeAll(async () => {
    twin = await start();
    port = twin.analysis;
  });
  afterAll(() => twin.end());

  it('answers what a text is about, with the passage each value rests on', async () => {
    const answer = await port.analyseText(sampleText);
    expectWellFormed(answer);
    expect(answer.result).toMatchObject({
      language: { value: 'en' },
      medium: { value: 'oil on canvas' },
      tags: expect.arrayContaining([expect.objectContaining({ value: 'boat' })]),
      places: expect.arrayContaining([expect.objectContaining({ value: 'Paris' })]),
    });
    const flat = `${sampleText.title} ${sampleText.text}`.replace(/\s+/g, ' ');
    for (const { passage } of foundIn(answer.result))
      if (passage !== undefined) expect(flat).toContain(passage);
  });

  it('says which model and which prompt gave the answer, as they are kept for the receipt', async () => {
    const answer = await port.analyseText(sampleText);
    expect([answer.model, answer.promptVersion]).toEqual([port.textModel, port.promptVersion]);
    expect(answer.usage.inputTokens).toBeGreaterThan(0);
  });

  it('takes no more than it says beforehand', async () => {
    const bytes = await samplePicture();
    const text = await port.analyseText(sampleText);
    const image = await port.analyseImage({ bytes, contentType: 'image/png', title: 'Festival' });

    const taken = ({ usage }: Answered<unknown>) => usage.inputTokens + usage.outputTokens;
    expect(taken(text)).toBeLessThanOrEqual(port.mostOfText(sampleText));
    expect(taken(image)).toBeLessThanOrEqual(port.mostOfImage({ title: 'Festival' }));
  });

  it('takes tags from the vocabulary only; all others are free ones', async () => {
    const { result } = await port.analyseText(sampleText);
    for (const { value } of result.tags) expect(sampleText.vocabulary).toContain(value);
    for (const { value } of result.freeTags) expect(sampleText.vocabulary).not.toContain(value);
    const bare = await port.analyseText({ ...sampleText, vocabulary: [] });
    expect(bare.result.tags).toEqual([]);
  });

  it('answers for a text without words', async () => {
    for (const text of ['', '   ', '...', '1874'])
      expectWellFormed(await port.analyseText({ text, vocabulary: ['boat'] }));
  });

  it('answers for a very long text', async () => {
    const text = `${sampleText.text}\n\n`.repeat(400);
    expectWellFormed(await port.analyseText({ ...sampleText, text }));
  });

  it('answers palette, words and an alternative text for a picture', async () => {
    const answer = await port.analyseImage({
      bytes: await samplePicture(),
      contentType: 'image/png',
      title: 'Poster',
    });
    expectWellFormed(answer);
    expect(answer.result.palette[0]).toMatch(/^#[0-9a-f]{6}$/);
    expect(answer.result.ocrText?.value).toContain('HARBOUR');
    expect(answer.result.altText?.value).not.toBe(undefined);
    expect(answer.model).toBe(port.imageModel);
  });

  it('refuses bytes that are no picture', async () => {
    for (const text of [
      'not a picture',
      '',
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    ]) {
      const bytes = new TextEncoder().encode(text);
      await expect(port.analyseImage({ bytes, contentType: 'image/png' })).rejects.toThrow(ModelRefusal);
    }
    const broken = (await samplePicture()).slice(0, 900);
    await expect(port.analyseImage({ bytes: broken, contentType: 'image/png' })).rejects.toThrow(
      ModelRefusal,
    );
  });
}
