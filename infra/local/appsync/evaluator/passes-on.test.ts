import { parse } from 'acorn';
import { expect, it } from 'vitest';
import { responsePassesOn } from './passes-on.ts';
import { evaluationContext } from './fixtures.ts';
import { loadResolverCode } from './evaluator.ts';

const BODY = 'return ctx.prev.result;';

it.each([
  [true, `export function response(ctx) { ${BODY} }`],
  [true, `import { util } from '@aws-appsync/utils'; export function response(c) { return c.prev.result }`],
  [
    true,
    `function request() { return {}; } function answer(ctx) { ${BODY} } export { request, answer as response };`,
  ],
  [false, `export function response(ctx) { return ctx.prev?.result; }`],
  [false, `export function response(ctx) { return ctx.result; }`],
  [false, `export function response(ctx) { return ctx.prev['result']; }`],
  [false, `export function response(ctx) { ctx.stash.seen = 1; ${BODY} }`],
  [false, `export function response(ctx, other) { return other.prev.result; }`],
  [false, `const ctx = { prev: {} }; export function response() { ${BODY} }`],
  [false, `console.log('loaded'); export function response(ctx) { ${BODY} }`],
  [false, `const handlers = []; export function response(ctx) { ${BODY} }`],
  [false, `export const response = (ctx) => ctx.prev.result;`],
  [false, `export function request(ctx) { ${BODY} }`],
])('is %s of %s', (expected, code) => {
  const program = parse(code, { ecmaVersion: 'latest', sourceType: 'module' });

  expect(responsePassesOn(program)).toBe(expected);
});

it('the answer is that of running it', () => {
  const name = 'pipeline';
  const passing = loadResolverCode({ name, file: name, code: `export function response(ctx) { ${BODY} }` });
  const running = loadResolverCode({ name, file: name, code: `export function response(ctx) { ;${BODY} }` });
  const prevs = [null, { result: null }, { result: 1 }, { result: { items: [1] } }];
  const contexts = prevs.map((prev) => evaluationContext({ prev, stash: { kept: true } }));

  const answers = contexts.map((context) => passing.response(context));

  expect(answers).toEqual(contexts.map((context) => running.response(context)));
});
