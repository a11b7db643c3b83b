import { describe, expect, it, onTestFinished } from 'vitest';
import { PLATFORM_VOCABULARY } from '../analysis/vocabulary.ts';
import { cutAtWord } from './cut.ts';
import { cosine, picture } from './embeddings.contract.ts';
import { createLocalEmbeddings } from './local.ts';
import { PLAIN, SAID, saidOf, unit } from './local-query.ts';
import { ModelUnavailable } from './port.ts';

function start() {
  const embeddings = createLocalEmbeddings();
  onTestFinished(() => embeddings.close());
  return embeddings;
}

describe('local vectors of texts', () => {
  it('bring the same meaning in other words nearer than another subject', async () => {
    const pairs = [
      ['a boat crossing a river', 'a ship sails on the water', 'a bowl of ripe fruit'],
      ['portrait of a young woman', 'a girl sits for a painter', 'steam engine in a factory'],
      ['snow on the mountains', 'a cold winter landscape', 'a dancer on the stage'],
    ];
    const { vectors } = await start().embedTexts(pairs.flat(), 'document');
    pairs.forEach((pair, n) => {
      const [subject, same, other] = vectors.slice(n * 3);
      expect(cosine(subject, same), pair[0]).toBeGreaterThan(cosine(subject, other));
    });
  });

  it('say which language the model reads', () => {
    expect(start().text.languages).toEqual(['en']);
  });

  it('of short queries are apart from each other, and near what they ask for', async () => {
    const embeddings = start();
    const asked = await embeddings.embedTexts(['river', 'portrait', 'winter'], 'query');
    const shown = await embeddings.embedTexts(
      ['A barge on the water below the bridge', 'A woman looks at the painter', 'Snow on the roofs'],
      'document',
    );
    asked.vectors.forEach((vector, index) => {
      const others = shown.vectors.filter((_, at) => at !== index).map((other) => cosine(vector, other));
      expect(cosine(vector, shown.vectors[index])).toBeGreaterThan(Math.max(...others));
    });
    expect(cosine(asked.vectors[0], asked.vectors[1])).toBeLessThan(0.3);
  });

  it('of documents say what their first line says, whatever follows', async () => {
    const rest =
      'Oil on canvas. Given to the museum by the heirs of its last owner, who bought it at a sale.';
    const { vectors } = await start().embedTexts(
      ['A ship in a storm', `A ship in a storm\n${rest}`, `A ship in a storm. ${rest}`],
      'document',
    );
    const [name, named, run] = vectors;
    expect(cosine(name, named)).toBeGreaterThan(0.8);
    expect(cosine(name, named)).toBeGreaterThan(cosine(name, run));
  });

  it('of short queries are taken from the mean over the vocabulary', async () => {
    const words = [...PLATFORM_VOCABULARY];
    const { vectors } = await start().embedTexts([...words, ...words.map(saidOf)], 'document');
    const means = [vectors.slice(0, words.length), vectors.slice(words.length)].map((half) => {
      const sum = new Float32Array(512);
      for (const vector of half) vector?.forEach((value, axis) => (sum[axis] = (sum[axis] ?? 0) + value));
      return unit(sum);
    });
    expect(cosine(means[0], unit(PLAIN))).toBeGreaterThan(0.99);
    expect(cosine(means[1], unit(SAID))).toBeGreaterThan(0.99);
  });

  it('fail as unavailable when the embeddings are closed meanwhile, and the next call starts again', async () => {
    const embeddings = start();
    const lost = embeddings.embedTexts(['bronze'], 'query');
    await Promise.all([expect(lost).rejects.toThrow(ModelUnavailable), embeddings.close()]);
    expect((await embeddings.embedTexts(['bronze'], 'query')).vectors).toHaveLength(1);
  });

  it('of a query do not wait for documents that came before', async () => {
    const embeddings = start();
    const order: string[] = [];
    const texts = Array.from({ length: 64 }, (_, index) => `Landscape number ${index}`);
    await Promise.all([
      embeddings.embedTexts(texts, 'document').then(() => order.push('documents')),
      embeddings.embedTexts(['hills'], 'query').then(() => order.push('query')),
    ]);
    expect(order).toEqual(['query', 'documents']);
  });
});

describe('local vectors of pictures', () => {
  it('stay near through size and compression', async () => {
    const look = { colour: '#c08040', stripe: '#203040' };
    const { vectors } = await start().embedImages([
      await picture(look),
      await picture({ ...look, width: 400, format: 'jpeg' }),
    ]);
    expect(cosine(vectors[0], vectors[1])).toBeGreaterThan(0.95);
  });

  it('bring pictures of like colours nearer than pictures of others', async () => {
    const { vectors } = await start().embedImages([
      await picture({ colour: '#c08040', stripe: '#203040' }),
      await picture({ colour: '#b8783c', stripe: '#26323e' }),
      await picture({ colour: '#40c0a0', stripe: '#f0f0ff' }),
    ]);
    expect(cosine(vectors[0], vectors[1])).toBeGreaterThan(cosine(vectors[0], vectors[2]) + 0.1);
  });

  it('cannot be compared with words', () => {
    const { text, image } = start();
    expect(image.id).not.toBe(text.id);
  });
});

describe('a text for a model', () => {
  it.each([
    ['  two \n words ', 20, 'two words'],
    ['one two three', 9, 'one two'],
    ['one two three', 7, 'one two'],
    ['unbroken', 4, 'unbr'],
    ['🎨🎨🎨', 3, '🎨'],
    ['', 10, ''],
  ])('%j at %i characters is %j', (text, most, want) => {
    expect(cutAtWord(text, most)).toBe(want);
  });
});
