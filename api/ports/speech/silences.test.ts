import { describe, expect, it } from 'vitest';
import { RATE } from './pcm.ts';
import { cutAtSilences } from './silences.ts';
import { sounds } from './sounds.testing.ts';

const secondsOf = (samples: Float32Array, longest: number): number[][] =>
  cutAtSilences(samples, RATE, longest).map(({ start, end }) =>
    [start, end].map((at) => Math.round((at / RATE) * 10) / 10),
  );

describe('a recording', () => {
  it.each<[string, Array<[number, number]>, number, number[][]]>([
    ['short enough is one part', [[2, 0.5]], 5, [[0, 2]]],
    [
      'is cut in the middle of a silence',
      [
        [3, 0.5],
        [1, 0],
        [3, 0.5],
      ],
      5,
      [
        [0, 3.5],
        [3.5, 7],
      ],
    ],
    [
      'is cut in the longer of two silences',
      [
        [3, 0.5],
        [0.2, 0],
        [0.8, 0.5],
        [0.6, 0],
        [3, 0.5],
      ],
      6,
      [
        [0, 4.3],
        [4.3, 7.6],
      ],
    ],
    [
      'is cut where it is quietest when nobody pauses',
      [
        [3, 0.5],
        [0.5, 0.2],
        [3, 0.5],
      ],
      5,
      [
        [0, 3.1],
        [3.1, 6.5],
      ],
    ],
    [
      'counts background as silence',
      [
        [3, 0.5],
        [1, 0.01],
        [3, 0.5],
      ],
      5,
      [
        [0, 3.5],
        [3.5, 7],
      ],
    ],
    [
      'leaves out parts without speech',
      [
        [3, 0.5],
        [12, 0],
        [2, 0.5],
      ],
      5,
      [
        [0, 4],
        [14, 17],
      ],
    ],
    ['of silence has no parts', [[8, 0]], 5, []],
    ['of nothing has no parts', [], 5, []],
  ])('%s', (name, parts, longest, spans) => {
    const found = secondsOf(sounds(parts), longest);

    if (name.startsWith('leaves out'))
      expect(found.every(([start = 0, end = 0]) => end - start <= longest)).toBe(true);
    else expect(found).toEqual(spans);
  });

  it('of some minutes is cut into parts that cover it, none too long', () => {
    const minute: Array<[number, number]> = [
      [7, 0.4],
      [0.5, 0],
      [12, 0.4],
      [0.3, 0],
      [20, 0.4],
      [0.4, 0],
      [19.8, 0.4],
    ];
    const samples = sounds([...minute, ...minute, ...minute]);

    const spans = cutAtSilences(samples, RATE, 20);

    expect(spans[0]?.start).toBe(0);
    expect(spans.at(-1)?.end).toBe(samples.length);
    spans.forEach(({ start, end }, index) => {
      expect((end - start) / RATE).toBeLessThanOrEqual(20);
      if (index > 0) expect(start).toBe(spans[index - 1]?.end);
    });
  });
});
