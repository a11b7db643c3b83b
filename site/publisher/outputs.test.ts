import { describe, expect, it } from 'vitest';
import { page, profile, work } from './fixtures/documents.ts';
import { movedNames, pageOutputs, projectOutputs } from './outputs.ts';

describe('old names', () => {
  it.each([
    ['lead to the present one', [['a', 'b']], { b: ['a'] }],
    [
      'follow chains to their end',
      [
        ['a', 'b'],
        ['b', 'c'],
      ],
      { c: ['a', 'b'] },
    ],
    [
      'leave rings out',
      [
        ['a', 'b'],
        ['b', 'a'],
        ['x', 'y'],
      ],
      { y: ['x'] },
    ],
    ['are none where there are none', [], {}],
  ])('%s', (_, pairs, wanted) => {
    const moved = movedNames(pairs.map(([from, to]) => ({ from: from!, to: to! })));
    expect(Object.fromEntries(moved)).toEqual(wanted);
  });
});

describe('what stands for a document', () => {
  const owner = { tenantId: 'T', handle: 'ada', oldHandles: ['old'], profile: profile('Ada'), docs: false };
  const shape = (outputs: ReturnType<typeof projectOutputs>) =>
    outputs.map((output) =>
      output.kind === 'redirect' ? [output.address, output.location] : [output.address],
    );

  it('is its page, and redirects from old handles and names', () => {
    expect(shape(projectOutputs(owner, work('W', { slug: 'sea' }), ['see']))).toEqual([
      ['/@ada/sea/'],
      ['/@ada/see/', '/@ada/sea/'],
      ['/@old/sea/', '/@ada/sea/'],
      ['/@old/see/', '/@ada/sea/'],
    ]);
  });

  it('is below /docs/ for the documentation', () => {
    const docs = { ...owner, docs: true };
    expect(shape(pageOutputs(docs, page('P', { path: 'index' }), [], []))).toEqual([['/docs/']]);
    expect(shape(pageOutputs(docs, page('P', { path: 'a/b' }), ['c'], []))).toEqual([
      ['/docs/a/b/'],
      ['/docs/c/', '/docs/a/b/'],
    ]);
  });
});
