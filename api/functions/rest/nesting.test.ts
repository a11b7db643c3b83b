import { describe, expect, it } from 'vitest';
import { restMirror } from './testing.ts';

describe('a body that is nested deep', () => {
  it.each([5000, 20_000])('refuses lists nested %i deep, naming where they stand', async (depth) => {
    const { send, logged } = restMirror({});
    const nested = `${'['.repeat(depth)}${']'.repeat(depth)}`;
    const received = `${'['.repeat(80)}…`;

    const body = await send('POST /v1/projects', { text: nested });
    const member = await send('POST /v1/projects', { text: `{"title": ${nested}}` });
    const unknown = await send('POST /v1/projects', {
      text: `{"x": ${'{"a":'.repeat(depth)}1${'}'.repeat(depth + 1)}`,
    });

    expect(body).toMatchObject({
      status: 400,
      body: {
        detail: `body: The body must be a JSON object. Received: ${received}.`,
        errors: [{ field: 'body', received }],
      },
    });
    expect(member).toMatchObject({
      status: 400,
      body: { errors: [{ field: '/title', received, fix: 'Send a string.' }] },
    });
    expect(unknown).toMatchObject({
      status: 400,
      body: { errors: [{ field: '/x', received: `${'{"a":'.repeat(16)}…` }] },
    });
    expect(logged).toEqual([]);
  });
});
