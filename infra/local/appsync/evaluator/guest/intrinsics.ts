/**
 * Methods that the guest library needs and resolver code may not have. They are captured while the library loads,
 * before `lockdown.ts` takes them away; constructors are captured by the bundle's first line (see `guest-library.ts`).
 */
const { apply } = Reflect;

function uncurryThis<Self, Args extends unknown[], Result>(
  method: (this: Self, ...args: Args) => Result,
): (self: Self, ...args: Args) => Result {
  return (self, ...args) => apply(method, self, args) as Result;
}

export const charCodeAt = uncurryThis<string, [number], number>(String.prototype.charCodeAt);
export const codePointAt = uncurryThis<string, [number], number | undefined>(String.prototype.codePointAt);
export const normalize = uncurryThis<string, [string], string>(String.prototype.normalize);
export const padStart = uncurryThis<string, [number, string], string>(String.prototype.padStart);
export const nativeReplace = uncurryThis<string, [RegExp | string, string | (() => string)], string>(
  String.prototype.replace as (this: string, from: RegExp | string, to: string | (() => string)) => string,
);
export const nativeReplaceAll = uncurryThis<string, [RegExp | string, string | (() => string)], string>(
  String.prototype.replaceAll as (this: string, from: RegExp | string, to: string | (() => string)) => string,
);
export const nativeSplit = uncurryThis<string, [string, number | undefined], string[]>(
  String.prototype.split as (this: string, separator: string, limit?: number) => string[],
);
export const fromCharCode = String.fromCharCode;
export const { freeze, defineProperty, getOwnPropertyNames, getPrototypeOf } = Object;
