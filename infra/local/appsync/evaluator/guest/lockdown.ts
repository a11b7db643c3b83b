/**
 * Turns a full JavaScript context into the one that APPSYNC_JS offers: globals and methods that it lacks are deleted,
 * the rest is frozen, so that nothing an evaluation does outlives it.
 * Follows https://docs.aws.amazon.com/appsync/latest/devguide/supported-features.html and the method lists of
 * `@aws-appsync/eslint-plugin`; `../surface.ts` holds both as data.
 */
import { ARRAY_METHODS, MATH_METHODS, NUMBER_MEMBERS, OBJECT_MEMBERS, STRING_METHODS } from '../surface.ts';
import { invalidArgument, notImplemented } from './evaluation.ts';
import { defineProperty, freeze, getOwnPropertyNames, getPrototypeOf, nativeReplace } from './intrinsics.ts';
import { nativeReplaceAll, nativeSplit } from './intrinsics.ts';
import { javaPattern } from './java-pattern.ts';

type Members = { [name: string]: unknown };

function pick(source: object, names: readonly string[]): Members {
  return Object.fromEntries(names.map((name) => [name, (source as Members)[name]]));
}

/** Deletes own members outside the list. Symbols, `constructor` and what coercion needs stay. */
function keepOnly(target: object, names: readonly string[]): void {
  const kept = [...names, 'constructor', 'toString', 'valueOf', 'length', 'name', 'prototype'];
  for (const name of getOwnPropertyNames(target)) {
    if (!kept.includes(name)) delete (target as Members)[name];
  }
}

const { parse, stringify } = JSON;

/** AWS answers text that is not JSON with an empty string. */
function parseOrBlank(text: unknown): unknown {
  try {
    return parse(String(text));
  } catch {
    return '';
  }
}

/** Characters that mean more in a Java pattern than themselves. */
const PATTERN_CHARACTER = /[\\^$.|?*+()[\]{}]/;

/** The replacement text, when Java and JavaScript read it alike. */
function replacement(method: string, value: unknown): string {
  if (typeof value !== 'string') invalidArgument(`String.${method} takes text as the replacement.`);
  if (/[$\\]/.test(value)) notImplemented(`String.${method} with $ or \\ in the replacement`);
  return value;
}

/** AWS reads the first argument as a Java pattern. */
const stringMethods = {
  replace(this: string, pattern: unknown, value: unknown): string {
    const found = String(pattern);
    const text = replacement('replace', value);
    return nativeReplace(`${this}`, PATTERN_CHARACTER.test(found) ? javaPattern(found) : found, text);
  },
  replaceAll(this: string, pattern: unknown, value: unknown): string {
    const found = String(pattern);
    const text = replacement('replaceAll', value);
    const special = PATTERN_CHARACTER.test(found);
    return nativeReplaceAll(`${this}`, special ? javaPattern(found, 'global') : found, text);
  },
  split(this: string, separator?: unknown, limit?: number): string[] {
    if (separator === undefined) return [`${this}`];
    const found = String(separator);
    if (PATTERN_CHARACTER.test(found)) notImplemented(`String.split at the Java pattern ${found}`);
    return nativeSplit(`${this}`, found, limit);
  },
};

/** Freezes everything that can be reached from `roots`, prototypes and accessors included. */
function freezeAll(roots: readonly unknown[]): void {
  const seen = new Set<unknown>();
  const pending = [...roots];
  while (pending.length > 0) {
    const value = pending.pop();
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value))
      continue;
    seen.add(value);
    for (const key of Reflect.ownKeys(value)) {
      const property = Object.getOwnPropertyDescriptor(value, key);
      pending.push(property?.value, property?.get, property?.set);
    }
    pending.push(getPrototypeOf(value));
    freeze(value);
  }
}

/**
 * `installed` are AppSync's own globals (`util`, `console`, ...); `modules` are frozen like them, but can only be
 * imported. The real constructors stay for the guest library, out of resolver code's reach.
 */
export function lockdown(installed: Members, modules: readonly object[]): void {
  const intrinsics = [
    Object,
    Function,
    Array,
    String,
    Number,
    Boolean,
    Symbol,
    BigInt,
    RegExp,
    Error,
    TypeError,
  ];
  const others = [
    RangeError,
    ReferenceError,
    SyntaxError,
    Promise,
    Map,
    Set,
    WeakMap,
    WeakSet,
    Date,
    JSON,
    Math,
  ];
  const hidden = [
    getPrototypeOf([][Symbol.iterator]()),
    getPrototypeOf(''[Symbol.iterator]()),
    getPrototypeOf(function* () {}),
    getPrototypeOf(async () => {}),
    getPrototypeOf(async function* () {}),
  ];
  Error.stackTraceLimit = 0;
  defineProperty(Error, 'prepareStackTrace', { value: undefined });
  for (const kind of hidden.slice(2)) delete (kind as Members)['constructor'];
  for (const prototype of [Object.prototype, Function.prototype]) {
    keepOnly(prototype, []);
    delete (prototype as unknown as Members)['constructor'];
  }
  keepOnly(Array.prototype, ARRAY_METHODS);
  keepOnly(String.prototype, STRING_METHODS);
  for (const [name, value] of Object.entries(stringMethods)) {
    defineProperty(String.prototype, name, { value, writable: true, configurable: true });
  }
  keepOnly(Array, ['isArray']);
  keepOnly(String, []);

  const string = (...values: [unknown?]): string => (values.length === 0 ? '' : String(values[0]));
  const number = (value: unknown = 0): number => Number(value);
  const boolean = (value?: unknown): boolean => Boolean(value);
  const globals: Members = {
    ...installed,
    Object: pick(Object, OBJECT_MEMBERS),
    Array: pick(Array, ['isArray']),
    String: string,
    Number: Object.assign(number, pick(Number, NUMBER_MEMBERS)),
    Boolean: boolean,
    Math: pick(Math, MATH_METHODS),
    JSON: { parse: parseOrBlank, stringify },
    parseInt,
    parseFloat,
  };
  const scope = globalThis as unknown as Members;
  for (const name of getOwnPropertyNames(scope)) {
    if (!['undefined', 'NaN', 'Infinity'].includes(name)) delete scope[name];
  }
  for (const [name, value] of Object.entries(globals))
    defineProperty(scope, name, { value, enumerable: true });
  freezeAll([
    ...intrinsics,
    ...others,
    ...(hidden as object[]),
    ...Object.values(globals),
    ...modules,
    getPrototypeOf(scope),
  ]);
  freeze(scope);
}
