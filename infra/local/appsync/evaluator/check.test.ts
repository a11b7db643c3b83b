import { describe, expect, it } from 'vitest';
import { checkResolverCode, formatViolations, MAXIMUM_CODE_LENGTH, RULES } from './check.ts';

const IMPORTS = `import { util, extensions, runtime } from '@aws-appsync/utils';
import * as ddb from '@aws-appsync/utils/dynamodb';
`;

function check(code: string) {
  return checkResolverCode({ name: 'Query.thing', file: 'thing.js', code });
}

/** The rules that a handler with this body breaks. */
function rulesOf(body: string): string[] {
  return check(`${IMPORTS}export function request(ctx) { ${body} }`).map(({ rule }) => rule);
}

/** Rule, what it refuses, and the accepted way to say nearly the same. Both are bodies of a handler. */
const BODIES: [rule: string, refused: string, accepted: string][] = [
  ['no-classes', 'class A {}', 'const a = {};'],
  ['no-classes', 'const A = class {};', 'const a = {};'],
  ['no-continue', 'for (const a of []) { continue; }', 'for (const a of []) { break; }'],
  ['no-debugger', 'debugger;', 'console.log(ctx);'],
  ['no-for', 'for (let i = 0; i < 3; i += 1) {}', 'for (const i in ctx.args) { i; }'],
  ['no-labels', 'a: for (const b of []) { b; }', 'for (const b of []) { b; }'],
  ['no-new', 'return new Map();', 'return {};'],
  ['no-new', 'return new Date();', 'return util.time.nowISO8601();'],
  ['no-tagged-templates', 'return String.raw`a`;', 'return `a${ctx.args.b}`;'],
  ['no-this', 'return this;', 'return ctx;'],
  ['no-throw', "throw 'a';", "util.error('a');"],
  ['no-try', 'try { ctx; } finally { ctx; }', 'if (ctx) { ctx; }'],
  ['no-while', 'while (ctx) {}', 'if (ctx) {}'],
  ['no-while', 'do {} while (ctx);', 'if (ctx) {}'],
  ['no-yield', 'function* f() { yield 1; }', 'function f() { return 1; }'],
  ['no-async', 'const f = async () => 1;', 'const f = () => 1;'],
  ['no-generators', 'function* f() {}', 'function f() {}'],
  ['no-regex', 'return /a/;', "return util.matches('a', ctx.args.b);"],
  ['no-bigint', 'return 1n;', 'return 1;'],
  ['no-disallowed-unary-operators', 'let a = 1; a++;', 'let a = 1; a += 1;'],
  ['no-disallowed-unary-operators', 'let a = 1; --a;', 'let a = 1; a -= 1;'],
  ['no-disallowed-unary-operators', 'return ~1;', 'return -1 + +"1" + (typeof ctx === "a") + !ctx;'],
  ['no-in-operator', "return 'a' in ctx.args;", "return Object.hasOwn(ctx.args, 'a');"],
  ['no-disallowed-binary-operators', 'return ctx instanceof Object;', 'return ctx?.args ?? 1 | 2;'],
  ['no-accessors', 'return { get a() { return 1; } };', 'return { a: 1 };'],
  ['no-function-passing', 'const f = (g) => g; f(() => 1);', 'return [1].map((a) => a);'],
  ['no-function-passing', 'const f = (a) => a; f(f);', 'const f = (a) => a; return [1].filter(f);'],
  ['no-function-passing', 'return "a".replace("b", () => "c");', 'return "a".replace("b", "c");'],
  ['no-function-return', 'const f = () => 1; return f;', 'const f = () => 1; return f();'],
  ['no-function-return', 'const f = () => () => 1;', 'const f = () => 1;'],
  ['no-function-return', 'return function () {};', 'return (() => 1)();'],
  ['no-function-reassign', 'const f = () => 1; const g = f;', 'const f = () => 1; const g = f();'],
  ['no-function-reassign', 'let f; f = () => 1;', 'let f; f = 1;'],
  ['no-function-value', 'return { f: () => 1 };', 'return { f: 1 };'],
  ['no-function-value', 'return [() => 1];', 'return [1];'],
  ['no-recursion', 'const f = (n) => f(n); f(1);', 'const f = (n) => n; f(f(1));'],
  [
    'no-recursion',
    'function f() { return g(); } function g() { return f(); }',
    'function f() {} function g() { f(); }',
  ],
  ['no-recursion', 'const f = (n) => [n].map(f);', 'const f = (n) => n; const g = (n) => [n].map(f);'],
  ['no-recursion', 'const f = (n) => [n].map((m) => f(m));', 'const f = (n) => [n].map((m) => m);'],
  ['no-disallowed-re-assignment', 'ctx.result = 1;', 'ctx.stash.result = 1;'],
  ['no-disallowed-re-assignment', 'ctx.stash = {};', 'const stash = ctx.stash; stash.a = 1;'],
  ['no-disallowed-re-assignment', 'delete ctx.args;', 'delete ctx.args.a;'],
  ['no-disallowed-re-assignment', 'ctx = {};', 'const other = ctx;'],
  ['no-unknown-globals', 'return fetch("a");', 'return util.autoId();'],
  ['no-unknown-globals', 'setTimeout(1);', 'parseInt("1", 10);'],
  ['no-unknown-globals', 'return Symbol("a");', 'return [undefined, NaN, Infinity];'],
  ['no-unknown-globals', 'return structuredClone(ctx);', 'return { ...ctx.args };'],
  ['no-unknown-globals', 'return Date.now();', 'return util.time.nowEpochMilliSeconds();'],
  ['no-unknown-globals', 'return globalThis;', 'return ctx;'],
  ['no-unknown-globals', 'return arguments;', 'const f = (...rest) => rest.length; return f(1);'],
  ['no-unknown-globals', 'return eval("1");', 'return JSON.parse("1");'],
  ['no-disallowed-methods', 'Object.defineProperty({}, "a", {});', 'Object.assign({}, { a: 1 });'],
  ['no-disallowed-methods', 'return Object.create(null);', 'return Object.entries({});'],
  ['no-disallowed-methods', 'return Object["freeze"]({});', 'return Object["keys"]({});'],
  ['no-disallowed-methods', 'return Object[ctx.args.a]({});', 'return ctx.args[ctx.args.a];'],
  ['no-disallowed-methods', 'return Array.from("a");', 'return Array.isArray([]);'],
  ['no-disallowed-methods', 'return Math.pow(2, 3);', 'return Math.floor(2.5);'],
  ['no-disallowed-methods', 'return Number.isInteger(1);', 'return Number.isNaN(Number("1"));'],
  ['no-disallowed-methods', 'return util.validate(true);', 'return util.time.nowISO8601();'],
  ['no-disallowed-methods', 'return util.time.today();', 'return util.dynamodb.toMapValues({});'],
  ['no-disallowed-methods', 'return ddb.operations.multiply(2);', 'return ddb.operations.increment(2);'],
  ['no-disallowed-methods', 'return [2, 1].sort();', 'return [2, 1].reverse();'],
  ['no-disallowed-methods', 'return "a".padStart(2);', 'return "a".slice(1);'],
  ['no-disallowed-methods', 'return "a"?.localeCompare("b");', 'return "a"?.indexOf("b");'],
  ['no-disallowed-methods', 'return "a"["charCodeAt"](0);', 'return "a"["charAt"](0);'],
  ['no-disallowed-methods', 'return [].entries();', 'return Object.entries([]);'],
  ['no-disallowed-methods', 'return ctx.args.hasOwnProperty("a");', 'return Object.hasOwn(ctx.args, "a");'],
  ['no-disallowed-methods', 'const f = () => 1; return f.call(1);', 'const f = () => 1; return f(1);'],
  ['no-disallowed-methods', 'return ctx.args[ctx.args.a]();', 'return ctx.args.a.trim();'],
  ['no-globals-as-values', 'const o = Object; return o;', 'return Object.keys({});'],
  ['no-globals-as-values', 'return [Math];', 'return ["1"].map(Number);'],
  ['no-reflection', 'return ctx.args.constructor;', 'return ctx.args.construct;'],
  ['no-reflection', 'return ctx["__proto__"];', 'return ctx["args"];'],
  [
    'no-reflection',
    'const { constructor: c } = ctx.args; return c;',
    'const { name: c } = ctx.args; return c;',
  ],
  ['no-unknown-imports', 'return import("a");', 'return ddb.get({ key: { id: 1 } });'],
  ['no-unknown-imports', 'return import.meta;', 'return ddb.operations.add(1);'],
  ['no-unknown-imports', 'return ddb.truncate({});', 'return ddb.scan({});'],
];

/** The same for whole modules. */
const HANDLER = 'export function request() {}';
const MODULES: [rule: string, refused: string, accepted: string][] = [
  ['syntax-error', 'export function request( {}', HANDLER],
  ['no-await', `await 1; ${HANDLER}`, `1; ${HANDLER}`],
  ['no-for-await', `for await (const a of []) { a; } ${HANDLER}`, `for (const a of []) { a; } ${HANDLER}`],
  ['code-length', `${HANDLER}//${'a'.repeat(MAXIMUM_CODE_LENGTH)}`, `${HANDLER}//${'a'.repeat(100)}`],
  ['handlers', 'export const other = 1;', 'export const response = (ctx) => ctx.result;'],
  ['handlers', 'export const request = 1;', 'const request = () => 1; export { request };'],
  ['handlers', '', 'function f() {} export { f as response };'],
  [
    'no-unknown-imports',
    `import fs from 'node:fs'; ${HANDLER}`,
    `import { util } from '@aws-appsync/utils'; ${HANDLER}`,
  ],
  ['no-unknown-imports', `import { nothing } from '@aws-appsync/utils'; ${HANDLER}`, HANDLER],
  [
    'no-unknown-imports',
    `import all from '@aws-appsync/utils'; ${HANDLER}`,
    `import * as all from '@aws-appsync/utils'; ${HANDLER}`,
  ],
  ['no-unknown-imports', `import { select } from '@aws-appsync/utils/rds'; ${HANDLER}`, HANDLER],
  ['no-disallowed-exports', `${HANDLER} export default 1;`, `${HANDLER} export const other = 1;`],
  ['no-disallowed-exports', `${HANDLER} export * from '@aws-appsync/utils';`, HANDLER],
];

describe('rules', () => {
  it.each(BODIES)('%s refuses %s', (rule, refused) => {
    expect(rulesOf(refused)).toContain(rule);
  });

  it.each(BODIES)('%s accepts, beside %s: %s', (_, __, accepted) => {
    expect(rulesOf(accepted)).toEqual([]);
  });

  it.each(MODULES)('%s refuses the module %.60s', (rule, refused) => {
    expect(check(refused).map((violation) => violation.rule)).toContain(rule);
  });

  it.each(MODULES)('%s accepts its counterpart of %.60s', (_, __, accepted) => {
    expect(check(accepted)).toEqual([]);
  });

  it.each([...new Set(RULES.map(({ name }) => name))])('%s has a row', (name) => {
    expect([...BODIES, ...MODULES].map(([rule]) => rule)).toContain(name);
  });
});

describe('names', () => {
  it.each([
    'const fetch = (a) => a; return fetch(1);',
    'return [1].map((Map) => Map);',
    'const { a: { Date }, ...rest } = ctx.args; return [Date, rest];',
    'if (ctx) { var Symbol = 1; } return Symbol;',
    'for (const Proxy of []) { Proxy; }',
    'return { fetch: 1, eval: 2 }.fetch;',
    'switch (ctx.args.a) { case 1: { const Set = 1; return Set; } default: return 2; }',
  ])('a declared name is no global: %s', (body) => {
    expect(rulesOf(body)).toEqual([]);
  });

  it('a name is unknown outside the block that declares it', () => {
    expect(rulesOf('{ const fetch = 1; fetch; } return fetch;')).toEqual(['no-unknown-globals']);
  });

  it('a helper may take a parameter named like the context and change it', () => {
    const code = `${HANDLER} function fill(ctx) { ctx.name = 1; return ctx; } fill({});`;

    expect(check(code)).toEqual([]);
  });
});

describe('formatViolations', () => {
  it('writes one line a violation, in the order of the text', () => {
    const text = formatViolations(check('export function request() {\n  let a = 1;\n  a++; while (a) {}\n}'));

    expect(text).toBe(
      `thing.js:3:3  The operator ++ is not supported.  (no-disallowed-unary-operators)
thing.js:3:8  while is not supported.  (no-while)`,
    );
  });
});
