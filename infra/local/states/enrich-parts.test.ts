/** What is read of each kind of thing, and what is proposed of it. */
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Unreadable } from '#api/functions/enrich/ports.ts';
import { PLATFORM_VOCABULARY } from '#api/ports/analysis/vocabulary.ts';
import { SpeechNotAvailable } from '#api/ports/speech/port.ts';
import { inspirationSk, tenantKey } from '#api/resolvers/_lib/keys.ts';
import { answerOf, fakeAnalysis, NO_USAGE, openWorld, type World } from './enrich.testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const nothing = fakeAnalysis(() => Promise.resolve(answerOf({})));
const bytes = new TextEncoder().encode('the file');

describe('a picture', () => {
  it('is described, with the model of pictures on the receipt', async () => {
    const shown: unknown[] = [];
    const bench = world.bench({
      analysis: fakeAnalysis(undefined as never, ({ bytes: _bytes, ...facts }) => {
        shown.push(facts);
        return Promise.resolve({
          result: {
            altText: { value: 'A harbour at dusk.', confidence: 0.6 },
            palette: ['#000000'],
            objects: [
              { value: 'boat', confidence: 0.9 },
              { value: 'Boat', confidence: 0.7 },
            ],
          },
          usage: { inputTokens: 10, outputTokens: 5, microUsd: 1 },
          model: 'fake-image@1',
          promptVersion: '1',
        });
      }),
    });
    const projectId = await bench.project({ title: 'Dusk', medium: 'oil', dateText: '1902' });
    const assetId = await bench.picture(projectId);

    const run = await bench.enrich({ subject: 'ASSET', entityId: assetId, projectId });

    expect(run).toMatchObject({ state: 'SUCCEEDED', proposals: 2, tokens: 15 });
    expect(shown).toEqual([{ contentType: 'image/webp', title: 'Dusk', medium: 'oil', dateText: '1902' }]);
    const proposals = await bench.proposals(`PROJECT#${projectId}`);
    expect(proposals).toMatchObject([
      { entity: 'ASSET', entityId: assetId, field: 'ALT_TEXT', values: ['A harbour at dusk.'] },
      { entity: 'ASSET', entityId: assetId, field: 'OBJECTS', values: ['boat'] },
    ]);
    expect(proposals[0]?.receipt).toMatchObject({
      model: 'fake-image@1',
      sourceEntity: 'ASSET',
      sourceId: assetId,
    });
  });
});

describe('a document', () => {
  it('is read by name and type, and its text proposed', async () => {
    const bench = world.bench(
      {
        analysis: fakeAnalysis(() =>
          Promise.resolve(answerOf({ summary: { value: 'A letter.', confidence: 0.5 } })),
        ),
      },
      {
        readDocument: (given, type, name) =>
          Promise.resolve({
            text: `${given.length} ${type} ${name}`,
            title: 'Letter',
            reader: 'read-document@1',
          }),
      },
    );
    const projectId = await bench.project({ title: 'Dusk' });
    const assetId = await bench.file(projectId, 'application/pdf', bytes);

    await bench.enrich({ subject: 'ASSET', entityId: assetId, projectId });

    expect(await bench.proposals(`PROJECT#${projectId}`)).toMatchObject([
      { field: 'CAPTION', values: ['A letter.'], receipt: { sourceEntity: 'ASSET', model: 'fake-text@1' } },
      {
        field: 'DOCUMENT_TEXT',
        values: ['8 application/pdf a.bin'],
        receipt: { model: 'read-document@1', microUsd: 0 },
      },
    ]);
  });

  it('that cannot be read is left out, and the others are not', async () => {
    const bench = world.bench(
      { analysis: nothing },
      { readDocument: () => Promise.reject(new Unreadable('The document is protected by a password.')) },
    );
    const projectId = await bench.project({ description: 'Boats.' });
    await bench.file(projectId, 'application/pdf', bytes);

    const run = await bench.enrich({ subject: 'PROJECT', entityId: projectId });

    expect(run).toMatchObject({ state: 'SUCCEEDED', problem: 'The document is protected by a password.' });
  });
});

describe('a recording', () => {
  const heard = {
    segments: [
      { start: 0, end: 2, text: 'First I mixed the blue.', confidence: 0.8 },
      { start: 3661.5, end: 3662, text: 'Then it rained.', confidence: 0.6 },
    ],
    seconds: 3662,
    model: 'fake-speech@1',
    usage: { inputTokens: 3, outputTokens: 4, microUsd: 5 },
  };

  it('becomes a transcript with times, paid for once', async () => {
    let calls = 0;
    const transcribe = () => {
      calls += 1;
      return Promise.resolve(heard);
    };
    const bench = world.bench({ speech: () => Promise.resolve({ model: 'fake-speech@1', transcribe }) });
    const projectId = await bench.project({ title: 'Dusk' });
    const assetId = await bench.file(projectId, 'audio/ogg', bytes);

    const run = await bench.enrich({ subject: 'ASSET', entityId: assetId, projectId });
    await bench.enrich({ subject: 'ASSET', entityId: assetId, projectId });

    expect(calls).toBe(1);
    expect(run).toMatchObject({ tokens: 7, microUsd: 5, proposals: 1 });
    const [proposal] = await bench.proposals(`PROJECT#${projectId}`);
    expect(proposal).toMatchObject({
      field: 'TRANSCRIPT',
      values: ['[00:00:00] First I mixed the blue.\n[01:01:01] Then it rained.'],
      receipt: { model: 'fake-speech@1', sourceEntity: 'ASSET', microUsd: 5, confidence: 0.7 },
    });
  });

  it('stays where there is no recogniser, and the run says so', async () => {
    const transcribe = () => Promise.reject(new SpeechNotAvailable('No recogniser here.'));
    const bench = world.bench({ speech: () => Promise.resolve({ model: null, transcribe }) });
    const projectId = await bench.project({ title: 'Dusk' });
    const assetId = await bench.file(projectId, 'audio/ogg', bytes);

    const run = await bench.enrich({ subject: 'ASSET', entityId: assetId, projectId });

    expect(run).toMatchObject({ state: 'SUCCEEDED', proposals: 0, problem: 'No recogniser here.' });
    expect(await bench.used()).toEqual({ tokens: 0, microUsd: 0 });
  });
});

describe('an inspiration', () => {
  const page = {
    text: 'Turner painted the sea at Margate.',
    title: 'The sea',
    creator: 'J. Doe',
    site: 'Museum',
    date: '2020-01-02',
    imageUrl: 'https://museum.example/sea.jpg',
    licence: 'CC-BY-4.0',
    url: 'https://museum.example/sea/',
    reader: 'read-page@1',
  };

  it('is read with the page that it names; what the page says of itself needs no model', async () => {
    const place = { value: 'Margate', confidence: 0.9, passage: 'the sea at Margate' };
    const bench = world.bench(
      { analysis: fakeAnalysis(() => Promise.resolve(answerOf({ tags: [place] }))) },
      { readPage: (url) => Promise.resolve({ ...page, url: `${url}/` }) },
    );
    const id = ulid();
    await bench.table.put({
      ...tenantKey(bench.tenantId, inspirationSk(id)),
      ...{ entity: 'inspiration', id, tenantId: bench.tenantId, version: 1 },
      ...{ title: 'sea', note: 'The light.', sourceUrl: 'https://museum.example/sea' },
    });

    await bench.enrich({ subject: 'INSPIRATION', entityId: id });

    const proposals = await bench.proposals(`INSPIRATION#${id}`);
    expect(proposals.map(({ field, values }) => [field, values])).toEqual([
      ['CREATOR', ['J. Doe']],
      ['LICENCE', ['CC-BY-4.0']],
      ['SOURCE_DATE', ['2020-01-02']],
      ['SOURCE_IMAGE', ['https://museum.example/sea.jpg']],
      ['SOURCE_SITE', ['Museum']],
      ['TAGS', ['Margate']],
      ['TITLE', ['The sea']],
    ]);
    expect(proposals.find(({ field }) => field === 'TAGS')?.receipt).toMatchObject({
      model: 'fake-text@1',
      sourceEntity: 'WEB_PAGE',
      sourceUrl: 'https://museum.example/sea/',
      passage: 'the sea at Margate',
    });
    expect(proposals[0]).toMatchObject({ inspirationId: id, receipt: { model: 'read-page@1', ...NO_USAGE } });
  });
});

it.each([
  { own: undefined, given: PLATFORM_VOCABULARY },
  { own: [], given: PLATFORM_VOCABULARY },
  { own: ['tidal', 'estuary'], given: ['tidal', 'estuary'] },
])(
  'tags come from the words of the tenant ($own), else from those of the platform',
  async ({ own, given }) => {
    const vocabularies: Array<readonly string[]> = [];
    const bench = world.bench({
      analysis: fakeAnalysis(({ vocabulary }) => {
        vocabularies.push(vocabulary);
        return Promise.resolve(answerOf({}));
      }),
    });
    await bench.settings({ mode: 'ON_REQUEST', ...(own && { vocabulary: own }) });
    const entityId = await bench.project({ description: 'A harbour.' });

    await bench.enrich({ subject: 'PROJECT', entityId });

    expect(vocabularies).toEqual([given]);
  },
);
