import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadResolverCode } from './evaluator.ts';
import { evaluate, evaluationContext, load } from './fixtures.ts';
import type { Json } from '../types.ts';
import { ResolverCodeError } from './violations.ts';

function source(code: string) {
  return { name: 'Query.thing', file: 'Query.thing.js', code };
}

describe('loadResolverCode', () => {
  it('tells which handlers there are', () => {
    const code = loadResolverCode(source('export const response = (ctx) => ctx.result;'));

    expect([code.name, code.hasRequest, code.hasResponse]).toEqual(['Query.thing', false, true]);
  });

  it('follows renamed exports and imports', () => {
    const code = loadResolverCode(
      source(`import { util as u } from '@aws-appsync/utils';
import { get as read, operations } from "@aws-appsync/utils/dynamodb";
var handler = function (ctx) { return [u.authType(), read({ key: { id: 1 } })]; };
export { handler as request };`),
    );

    const { value } = code.request(evaluationContext({ authType: 'IAM Authorization' }));

    expect(value).toEqual(['IAM Authorization', { operation: 'GetItem', key: { id: { N: 1 } } }]);
  });

  it('refuses code with every violation in its place', () => {
    const load = () => loadResolverCode(source('export async function request() {\n  while (true) {}\n}'));

    expect(load).toThrow(ResolverCodeError);
    expect(load).toThrow('Query.thing.js:1:8');
    expect(load).toThrow('Query.thing.js:2:3');
  });

  it('refuses text that is no JavaScript', () => {
    expect(() => loadResolverCode(source('export function request( {'))).toThrow('syntax-error');
  });
});

describe('the context', () => {
  it('gives arguments under both names', () => {
    const { value } = evaluate('return [ctx.args.id, ctx.arguments.id];', { arguments: { id: 'a' } });

    expect(value).toEqual(['a', 'a']);
  });

  it('gives the last result under two names, each with a value of its own', () => {
    const last = { items: [1] };
    const code = load('ctx.result.items.push(2); return [ctx.prev, ctx.result, ctx.prev.result];');

    const { value } = code.request(evaluationContext({ result: last, prev: { result: last } }));

    expect(value).toEqual([{ result: { items: [1] } }, { items: [1, 2] }, { items: [1] }]);
  });

  it('carries the stash out', () => {
    const { stash } = evaluate('ctx.stash.b = 2; delete ctx.stash.a;', { stash: { a: 1 } });

    expect(stash).toEqual({ b: 2 });
  });

  it('has no member for the mode of authorization', () => {
    const { value } = evaluate('return Object.keys(ctx);');

    expect(value).not.toContain('authType');
  });

  it('can not be assigned to through another name', () => {
    const { error } = evaluate('const other = ctx; other.result = 1;');

    expect(error).toMatchObject({ type: 'Code' });
  });
});

describe('what a handler gives', () => {
  it.each([
    ['return { a: undefined, b: NaN, c: [undefined, 1] };', { b: null, c: [null, 1] }],
    ['return;', null],
    ['return undefined;', null],
    ['return "text";', 'text'],
    ['return 0;', 0],
    ['return false;', false],
  ])('%s', (body, want) => {
    const { value, error } = evaluate(body);

    expect([value, error]).toEqual([want, null]);
  });

  it('util.error leaves the handler', () => {
    const evaluation = evaluate(
      "ctx.stash.a = 1; util.error('No', 'Bad', { b: 2 }, { c: 3 }); ctx.stash.a = 9;",
    );

    expect(evaluation).toMatchObject({
      value: null,
      error: { message: 'No', type: 'Bad', data: { b: 2 }, info: { c: 3 } },
      stash: { a: 1 },
    });
  });

  it('util.error without a type has none', () => {
    const { error } = evaluate("util.error('No');");

    expect(error).toEqual({ message: 'No', type: null });
  });

  it('util.appendError goes on', () => {
    const { value, appendedErrors } = evaluate(
      "util.appendError('a', 'A'); util.appendError('b'); return 1;",
    );

    expect(value).toBe(1);
    expect(appendedErrors).toEqual([
      { message: 'a', type: 'A' },
      { message: 'b', type: null },
    ]);
  });

  it('util.unauthorized is an error of that type', () => {
    const { error } = evaluate('util.unauthorized();');

    expect(error).toEqual({ message: 'Not Authorized to access thing on type Query', type: 'Unauthorized' });
  });

  it.each([
    ['runtime.earlyReturn({ a: 1 });', { a: 1 }, 'NEXT'],
    ["runtime.earlyReturn({ a: 1 }, { skipTo: 'END' });", { a: 1 }, 'END'],
    ["runtime.earlyReturn([], { skipTo: 'NEXT' });", [], 'NEXT'],
    ['runtime.earlyReturn();', null, 'NEXT'],
  ])('%s', (body, want, skipTo) => {
    const { value, earlyReturn, error } = evaluate(`${body} return 'late';`);

    expect([value, earlyReturn, error]).toEqual([want, { skipTo }, null]);
  });

  it('an error of the engine is an error of type Code', () => {
    const { error } = evaluate('return ctx.args.a.b;');

    expect(error).toEqual({
      message: "Runtime Error: TypeError: Cannot read properties of undefined (reading 'b')",
      type: 'Code',
    });
  });

  it('extensions are recorded in order', () => {
    const { extensions } = evaluate(`
      extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter({ id: { eq: 1 } }));
      extensions.evictFromApiCache('Query', 'thing', { 'ctx.args.id': '1' });
    `);

    expect(extensions).toEqual([
      {
        name: 'setSubscriptionFilter',
        arguments: [{ filterGroup: [{ filters: [{ fieldName: 'id', operator: 'eq', value: 1 }] }] }],
      },
      { name: 'evictFromApiCache', arguments: ['Query', 'thing', { 'ctx.args.id': '1' }] },
    ]);
  });

  it('response headers are kept', () => {
    const { responseHeaders } = evaluate(
      "util.http.addResponseHeader('X-One', 1); util.http.addResponseHeaders({ 'X-Two': 'b' });",
    );

    expect(responseHeaders).toEqual({ 'X-One': '1', 'X-Two': 'b' });
  });

  it('what is logged comes with the evaluation', () => {
    const { logs } = evaluate("console.log('a', { b: 1 }, undefined); console.error('c');");

    expect(logs).toEqual(['a {"b":1} undefined', 'ERROR c']);
  });

  it('ids differ between evaluations of the same code', () => {
    const code = load('return [util.autoId(), util.autoId()];');

    const ids = [1, 2, 3].flatMap(() => code.request(evaluationContext()).value as string[]);

    expect(new Set(ids).size).toBe(6);
  });
});

it('JSON.parse gives an empty string for text that is not JSON', () => {
  const { value } = evaluate("return [JSON.parse('{'), JSON.parse('[1]')];");

  expect(value).toEqual(['', [1]]);
});

it('any JSON goes in and comes out as it is', () => {
  const code = loadResolverCode(source('export const response = (ctx) => ctx.result;'));

  fc.assert(
    fc.property(fc.jsonValue(), (result) => {
      const { value } = code.response(evaluationContext({ result: result as Json }));

      expect(value).toEqual(JSON.parse(JSON.stringify(result)));
    }),
  );
});

it('an early return in a response gives its value', () => {
  const code = loadResolverCode(
    source(`import { runtime } from '@aws-appsync/utils';
export function response(ctx) { if (ctx.result === null) runtime.earlyReturn({ none: true }); return ctx.result; }`),
  );

  const { value, earlyReturn } = code.response(evaluationContext());

  expect([value, earlyReturn]).toEqual([{ none: true }, { skipTo: 'NEXT' }]);
});
