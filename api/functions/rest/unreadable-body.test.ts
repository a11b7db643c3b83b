import { describe, expect, it } from 'vitest';
import { eventOf, restMirror } from './testing.ts';

describe('a body that cannot be read', () => {
  it.each([
    ['{"title": "a",}', '"}" at line 1, column 15 (offset 14)'],
    ['{\n  "title": x\n}', '"x\\n}" at line 2, column 12 (offset 13)'],
    ['{"title": "a"', 'the end of the text at line 1, column 14 (offset 13)'],
    ['{"a": 1}}', '"}" at line 1, column 9 (offset 8)'],
    ["{'a': 1}", '"\'a\': 1}" at line 1, column 2 (offset 1)'],
  ])('says where %j stops being JSON', async (text, where) => {
    const { send } = restMirror({});

    const answer = await send('POST /v1/projects', { text });

    expect(answer).toMatchObject({
      status: 400,
      body: {
        detail: `The body must be JSON. Received: ${where}.`,
        errors: [
          { field: 'body', received: where, fix: 'Send one JSON object, as JSON.stringify writes it.' },
        ],
      },
    });
  });

  it('refuses bytes that are not UTF-8', async () => {
    const { handler } = restMirror({});
    const event = {
      ...eventOf('POST /v1/projects', { text: '-' }),
      body: Buffer.from([0xff, 0x7b]).toString('base64'),
    };

    const answer = await handler({ ...event, isBase64Encoded: true });

    expect(answer.statusCode).toBe(400);
    expect(JSON.parse(answer.body ?? '')).toMatchObject({
      errors: [{ field: 'body', received: 'bytes that are not UTF-8', fix: 'Send JSON in UTF-8.' }],
    });
  });
});
