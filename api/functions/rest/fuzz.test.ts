import fc from 'fast-check';
import { expect, it } from 'vitest';
import { operations } from '#openapi/operations.gen.ts';
import { DOCUMENT_PATH, routes } from '#openapi/routes.ts';
import { jsonErrorPosition } from './json-position.ts';
import { restMirror } from './testing.ts';

const text = fc.string({ unit: 'binary', maxLength: 40 });

/** A route's address with anything in the place of its parameters. */
const address = fc
  .tuple(
    fc.constantFrom(...routes.map(({ path }) => path), DOCUMENT_PATH),
    fc.array(text, { minLength: 3, maxLength: 3 }),
  )
  .map(([path, values]) => {
    let index = 0;
    return path.replaceAll(/\{\w+\+?\}/g, () => encodeURIComponent((values[index++] ?? '').toWellFormed()));
  });

const query = fc
  .dictionary(fc.constantFrom('limit', 'cursor', 'order', 'fields', 'expand', 'expectedVersion', 'x'), text)
  .map((members) => new URLSearchParams(members).toString());

const headers = fc.dictionary(
  fc.constantFrom('authorization', 'x-tenant', 'if-match', 'if-none-match', 'content-type', 'x-request-id'),
  fc.oneof(text, fc.constantFrom('Bearer art_x', '"1-ab"', '*', 'application/json')),
);

const body = fc.oneof(
  text,
  fc.json(),
  fc
    .dictionary(
      fc.constantFrom('title', 'facts', 'links', 'expectedVersion', '__proto__', 'tags'),
      fc.jsonValue(),
    )
    .map((value) => JSON.stringify(value)),
);

/** An answer at the end of a path, which can pass for one thing or for a list. */
function nested(path: readonly string[]): unknown {
  return path.reduceRight<unknown>((value, name) => ({ [name]: value }), {
    id: 'x',
    items: [],
    next: null,
    version: 1,
  });
}

it('no request, however odd, gets a server error or a rejection', async () => {
  const methods = fc.constantFrom('GET', 'HEAD', 'POST', 'PATCH', 'DELETE', 'OPTIONS', 'PUT', 'TRACE');
  const answers = Object.fromEntries(
    Object.entries(operations).map(([name, { path }]) => [name, { data: nested(path) }]),
  );
  const { send } = restMirror(answers);

  await fc.assert(
    fc.asyncProperty(
      methods,
      address,
      query,
      headers,
      body,
      async (method, path, rawQuery, sent, payload) => {
        const { status, body: answered } = await send(`${method} ${path}?${rawQuery}`, {
          text: payload,
          headers: sent,
        });

        expect(status).toBeLessThan(500);
        if ((status ?? 0) >= 400 && method !== 'HEAD') expect(answered.detail).toMatch(/./);
      },
    ),
    { numRuns: 2000 },
  );
});

it('places an error in JSON no later than JSON.parse does, at the beginning of its token', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), text, (json, at, noise) => {
      const broken = json.slice(0, at % (json.length + 1)) + noise;
      const { offset } = jsonErrorPosition(broken);

      expect(offset).toBeLessThanOrEqual(positionOf(broken));
    }),
    { numRuns: 2000 },
  );
});

/** Where `JSON.parse` says that it stopped; the end when it does not say or is content. */
function positionOf(json: string): number {
  try {
    JSON.parse(json);
  } catch (error) {
    const position = /at position (\d+)/.exec(String(error))?.[1];
    if (position !== undefined) return Number(position);
  }
  return json.length;
}
