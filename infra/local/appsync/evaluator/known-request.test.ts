import { parse } from 'acorn';
import { expect, it } from 'vitest';
import { knownRequest } from './known-request.ts';
import { evaluationContext } from './fixtures.ts';
import type { JsonObject } from '../types.ts';
import { loadResolverCode } from './evaluator.ts';

it.each([
  [{}, `export function request() { return {}; }`],
  [{}, `import { util } from '@aws-appsync/utils'; export function request(ctx) { return {} }`],
  [{ need: 'OWNER' }, `export function request(ctx) { ctx.stash.need = 'OWNER'; return {}; }`],
  [
    { a: '1', b: '2' },
    `function ask(c) { c.stash.a = '1'; c.stash.b = '2'; return {}; } export { ask as request };`,
  ],
  [null, `export function request(ctx) { return { payload: null }; }`],
  [null, `export function request(ctx) { return; }`],
  [null, `export function request(ctx) { ctx.stash.need = ctx.source; return {}; }`],
  [null, `export function request(ctx) { ctx.stash.need = 1; return {}; }`],
  [null, `export function request(ctx) { ctx.stash.need += 'A'; return {}; }`],
  [null, `export function request(ctx) { ctx.stash.need.deep = 'A'; return {}; }`],
  [null, `export function request(ctx) { ctx.stash['need'] = 'A'; return {}; }`],
  [null, `export function request(ctx) { ctx.stash.__proto__ = 'A'; return {}; }`],
  [null, `export function request(ctx) { ctx.need = 'A'; return {}; }`],
  [null, `export function request(ctx, other) { other.stash.need = 'A'; return {}; }`],
  [null, `export function request({ stash }) { return {}; }`],
  [null, `export function request(ctx) { console.log('asked'); return {}; }`],
  [null, `console.log('loaded'); export function request() { return {}; }`],
  [null, `export const request = () => { return {}; };`],
  [null, `export function response() { return {}; }`],
])('knows %o of %s', (expected, code) => {
  const program = parse(code, { ecmaVersion: 'latest', sourceType: 'module' });

  expect(knownRequest(program)).toEqual(expected);
});

it('the answer is that of running it, and what a step before has stashed stays', () => {
  const name = 'pipeline';
  const body = `ctx.stash.need = 'OWNER'; return {};`;
  const known = loadResolverCode({ name, file: name, code: `export function request(ctx) { ${body} }` });
  const running = loadResolverCode({ name, file: name, code: `export function request(ctx) { ;${body} }` });
  const stashes: JsonObject[] = [{}, { need: 'VIEWER', kept: true }];
  const contexts = stashes.map((stash) => evaluationContext({ stash }));

  const answers = contexts.map((context) => known.request(context));

  expect(answers).toEqual(contexts.map((context) => running.request(context)));
});
