import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createEvidence } from './evidence.ts';

describe('evidence', () => {
  const now = () => new Date('2026-03-04T23:59:59Z');

  it('is one object of lines, in the order of the events, under its day', async () => {
    const kept: [string, string][] = [];
    const keep = createEvidence({
      now,
      put: async (key, body) => void kept.push([key, gunzipSync(body).toString()]),
    });

    await keep({
      Records: [
        { messageId: 'm1', body: '{"id": "e1",\n "detail": {"by": "ada"}}' },
        { messageId: 'm2', body: '{"id":"e2"}' },
      ],
    });
    await keep({ Records: [] });

    expect(kept).toEqual([
      ['changes/2026/03/04/m1.jsonl.gz', '{"id":"e1","detail":{"by":"ada"}}\n{"id":"e2"}\n'],
    ]);
  });

  it('that cannot be kept comes again', async () => {
    const keep = createEvidence({ now, put: () => Promise.reject(new Error('away')) });

    await expect(keep({ Records: [{ messageId: 'm1', body: '{}' }] })).rejects.toThrow('away');
  });
});
