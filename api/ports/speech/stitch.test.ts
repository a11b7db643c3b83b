import { describe, expect, it } from 'vitest';
import { spread, stitch } from './stitch.ts';

describe('parts stitched together', () => {
  it('have times from the beginning of the recording', () => {
    const parts = [
      { start: 10, segments: [{ start: 0.5, end: 2, text: ' second ' }] },
      { start: 0, segments: [{ start: 1, end: 3, text: 'first', confidence: 0.5 }] },
    ];

    expect(stitch(parts, 20)).toEqual([
      { start: 1, end: 3, text: 'first', confidence: 0.5 },
      { start: 10.5, end: 12, text: 'second' },
    ]);
  });

  it.each([
    ['over the end', { start: 18, end: 25 }, { start: 18, end: 20 }],
    ['before the beginning', { start: -3, end: 2 }, { start: 0, end: 2 }],
    ['backwards', { start: 5, end: 3 }, { start: 5, end: 5 }],
  ])('keep a segment that goes %s within the recording', (_, times, kept) => {
    expect(stitch([{ start: 0, segments: [{ ...times, text: 'a' }] }], 20)).toEqual([{ ...kept, text: 'a' }]);
  });

  it('have no segment over the next and none without words', () => {
    const segments = [
      { start: 0, end: 4, text: 'a' },
      { start: 3, end: 5, text: 'b' },
      { start: 6, end: 7, text: '  ' },
    ];

    expect(stitch([{ start: 0, segments }], 10)).toEqual([
      { start: 0, end: 3, text: 'a' },
      { start: 3, end: 5, text: 'b' },
    ]);
  });
});

describe('sentences without times', () => {
  it('are spread by their lengths', () => {
    expect(spread(['one', 'four five'], 2, 14)).toEqual([
      { start: 2, end: 5, text: 'one' },
      { start: 5, end: 14, text: 'four five' },
    ]);
    expect(spread([], 0, 1)).toEqual([]);
  });
});
