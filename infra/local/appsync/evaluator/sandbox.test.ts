/**
 * The sandbox without the checker: whatever code runs in it, it finds no host object, can't make code from text, and
 * leaves nothing behind for the next evaluation.
 */
import { describe, expect, it } from 'vitest';
import { evaluateUnchecked, uncheckedHandler } from './fixtures.ts';

const HOST_GLOBALS = 'process require module exports global globalThis Buffer fetch setTimeout setInterval';
const ABSENT =
  `${HOST_GLOBALS} queueMicrotask structuredClone WebAssembly SharedArrayBuffer Atomics Promise Symbol
  Proxy Reflect WeakMap WeakSet WeakRef Map Set Date RegExp Error Function eval Intl BigInt Iterator escape
  encodeURIComponent URL TextEncoder crypto performance navigator __appsync`.split(/\s+/);

describe('what resolver code can name', () => {
  it.each(ABSENT)('%s is not there', (name) => {
    const { value } = evaluateUnchecked(`return typeof ${name};`);

    expect(value).toBe('undefined');
  });

  it.each([
    "''.padStart",
    "''.repeat",
    "''.charCodeAt",
    "''.localeCompare",
    "''.matchAll",
    "''.search",
    '[].sort',
    '[].keys',
    '[].entries',
    '[].copyWithin',
    '[].toSorted',
    'Object.create',
    'Object.freeze',
    'Object.defineProperty',
    'Object.getPrototypeOf',
    'Object.prototype',
    'Array.from',
    'Array.of',
    'String.fromCharCode',
    'Math.pow',
    '(() => {}).call',
    '(() => {}).apply',
    '(() => {}).bind',
    '({}).hasOwnProperty',
    '({}).__proto__',
    '({}).constructor',
    '({}).__defineGetter__',
  ])('%s is not there', (expression) => {
    const { value } = evaluateUnchecked(`return typeof ${expression};`);

    expect(value).toBe('undefined');
  });
});

/** Each answers "held" when the way out is closed, and otherwise what it reached. */
const ESCAPES: [string, string][] = [
  ['the constructor chain of the context', `return typeof ctx.constructor;`],
  ['the constructor of a function', `return typeof (() => {}).constructor;`],
  ['the constructor of a function, through an array', `return typeof [].constructor.constructor;`],
  ['the constructor of async functions', `return typeof (async () => {}).constructor;`],
  ['the constructor of generators', `return typeof (function* () {}).constructor;`],
  ['the constructor of async generators', `return typeof (async function* () {}).constructor;`],
  ['the constructor of util.error', `return typeof util.error.constructor;`],
  ['the constructor of a helper', `return typeof ddb.get.constructor;`],
  ['the constructor of an error', `try { null.x } catch (e) { return typeof e.constructor.constructor; }`],
  ['this in a function', `return typeof (function () { return this; })();`],
  ['the caller of a function', `return typeof (function f() { return f.caller; })();`],
];

describe('ways out', () => {
  it.each(ESCAPES)('%s is closed', (_, body) => {
    const { value, error } = evaluateUnchecked(body);

    expect(error === null ? value : 'undefined').toBe('undefined');
  });

  it('an error carries no stack and no call sites', () => {
    const body = `try { null.x } catch (e) {
      let sites = 'none';
      try { e.constructor.prepareStackTrace = (_, calls) => { sites = 'found'; return calls; }; } catch (_) {}
      try { undefined.y } catch (second) { sites = sites + String(second.stack); }
      return sites;
    }`;

    const { value } = evaluateUnchecked(body);

    expect(value).not.toContain('found');
    expect(value).not.toContain(' at ');
  });

  it('a stack overflow inside stays inside', () => {
    const { error } = evaluateUnchecked('const f = () => f(); return f();');

    expect(error).toMatchObject({ type: 'Code' });
  });

  it('a getter in the returned value runs inside and gives JSON', () => {
    const { value } = evaluateUnchecked('return { get a() { return typeof process; } };');

    expect(value).toEqual({ a: 'undefined' });
  });

  it('a toJSON that throws is an error of the code', () => {
    const { error } = evaluateUnchecked(
      "return { toJSON() { throw { name: 'Mine', message: 'thrown' }; } };",
    );

    expect(error).toEqual({ message: 'Runtime Error: Mine: thrown', type: 'Code' });
  });

  it('a value that has no JSON is an error of the code', () => {
    const { error, value } = evaluateUnchecked('ctx.stash.self = ctx.stash; return 1;');

    expect(error).toMatchObject({ type: 'Code' });
    expect(value).toBeNull();
  });

  it('a thrown null is an error of the code', () => {
    const { error } = evaluateUnchecked('throw null;');

    expect(error).toMatchObject({ type: 'Code' });
  });
});

const LEAKS: [string, string][] = [
  ['a global', 'leak = 1;'],
  ['a prototype of objects', `({}).toString.leak = 1;`],
  ['a prototype of arrays', `const a = []; a.map.leak = 1;`],
  ['util', `util.leak = 1;`],
  ['a namespace of util', `util.time.nowISO8601 = () => 'never';`],
  ['a helper module', `ddb.operations.add = () => 1;`],
  ['Object', `Object.leak = 1;`],
  ['Math', `Math.random = () => 4;`],
  ['JSON', `JSON.stringify = () => '{}';`],
  ['console', `console.log = () => {};`],
];

describe('what one evaluation leaves to the next', () => {
  it.each(LEAKS)('%s can not be changed', (_, body) => {
    const { error } = evaluateUnchecked(body);

    expect(error).toMatchObject({ type: 'Code' });
  });

  it('a key __proto__ is data and changes no prototype', () => {
    const run = uncheckedHandler(`
      const target = {};
      target[ctx.args.key] = { leaked: true };
      return { own: Object.keys(target), other: typeof ({}).leaked };
    `);

    const { value } = run({ arguments: { key: '__proto__' } });

    expect(value).toEqual({ own: ['__proto__'], other: 'undefined' });
  });

  it('an argument __proto__ stays an own member', () => {
    const context = JSON.parse('{"arguments":{"__proto__":{"admin":true}}}') as Record<string, never>;

    const { value } = uncheckedHandler('return typeof ctx.args.admin;')(context);

    expect(value).toBe('undefined');
  });

  it('another module finds nothing of it', () => {
    const writer = uncheckedHandler('const kept = { mine: true }; util.stash = kept; return kept;');
    const reader = uncheckedHandler('return [typeof kept, typeof util.stash, typeof ctx.stash.mine];');

    writer();
    const { value } = reader();

    expect(value).toEqual(['undefined', 'undefined', 'undefined']);
  });

  it('variables of the module start anew', () => {
    const run = uncheckedHandler('seen.push(1); return seen.length; } const seen = []; function unused() {');

    const lengths = [run().value, run().value, run().value];

    expect(lengths).toEqual([1, 1, 1]);
  });
});
