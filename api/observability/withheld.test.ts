import { describe, expect, it } from 'vitest';
import { scrubbed, withheld } from './withheld.ts';

const JWT = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl';

describe('scrubbed', () => {
  it.each([
    ['an access token', `refused ${JWT} here`, 'refused [token] here'],
    ['a personal token', 'art_0123456789abcdefgh is unknown', '[token] is unknown'],
    ['a header', 'Authorization: Bearer abc.def-1', 'Authorization: Bearer [token]'],
    ['an API key of AppSync', 'with da2-abcdefghijklmnop', 'with [key]'],
    ['an access key', 'key AKIAIOSFODNN7EXAMPLE', 'key [key]'],
    ["a person's address", 'mail to ada.lovelace@example.org failed', 'mail to [address] failed'],
    ['a signed address', '/media/d/x?X-Amz-Signature=0a1b&w=3', '/media/d/x?X-Amz-Signature=[withheld]&w=3'],
    [
      'what a caller sent',
      'title is too long. Received: Harbour at dusk',
      'title is too long. Received: [withheld]',
    ],
    [
      'a quotation',
      'Unexpected token, "Harbour at" is not valid JSON',
      'Unexpected token, "[withheld]" is not valid JSON',
    ],
    ['a quotation that is cut off', 'Unexpected "Harbour', 'Unexpected "[withheld]"'],
  ])('leaves out %s', (_, text, left) => {
    expect(scrubbed(text)).toBe(left);
  });

  it('keeps what says what happened, and not more than a few lines of it', () => {
    expect(scrubbed('The month of 2026-11 is exhausted.')).toBe('The month of 2026-11 is exhausted.');
    expect(scrubbed('word '.repeat(200)).length).toBeLessThan(310);
  });
});

describe('withheld', () => {
  it('keeps ids, names, numbers and times, and says how long a text was', () => {
    const kept = withheld({
      requestId: 'abc-12345',
      version: 3,
      ok: true,
      title: 'Harbour',
      at: '2026-11-22',
    });

    expect(kept).toEqual({
      requestId: 'abc-12345',
      version: 3,
      ok: true,
      title: '[7 characters]',
      at: '2026-11-22',
    });
  });

  it('looks into lists, causes, errors together, and answers of services', () => {
    const cause = new Error('"Harbour at dusk" is no JSON');
    const error = Object.assign(
      new AggregateError([cause], 'both failed', { cause: { answer: { title: 'Harbour' } } }),
      {
        code: 'ECONNRESET',
        $metadata: { httpStatusCode: 500, requestId: 'AWS-1' },
      },
    );

    const kept = withheld([error]);

    expect(JSON.stringify(kept)).not.toContain('Harbour');
    expect(kept).toMatchObject([
      {
        name: 'AggregateError',
        message: 'both failed',
        code: 'ECONNRESET',
        status: 500,
        awsRequestId: 'AWS-1',
        cause: { answer: { title: '[7 characters]' } },
        errors: [{ message: '"[withheld]" is no JSON' }],
      },
    ]);
  });

  it('keeps frames of a stack and not the message in front of them', () => {
    const { stack } = withheld(new Error('line one\n    at Harbour at dusk')) as { stack: string[] };

    expect(stack.length).toBeGreaterThan(0);
    for (const frame of stack) expect(frame).toMatch(/^at (?!Harbour)/);
  });

  it('never throws: not for what holds itself, is too deep or cannot be read', () => {
    const ring: Record<string, unknown> = {};
    ring.inner = ring;
    const broken = Object.defineProperty({}, 'x', {
      enumerable: true,
      get: () => {
        throw new Error('no');
      },
    });

    expect(JSON.stringify(withheld(ring))).toContain('[more]');
    expect(withheld(broken)).toBe('[unreadable]');
    expect(withheld([10n, null, undefined, () => 1, Buffer.from('Harbour')])).toEqual([
      '10',
      null,
      undefined,
      '[function]',
      '[7 bytes]',
    ]);
  });
});
