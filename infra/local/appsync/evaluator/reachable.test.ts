/**
 * The locked context seen from the host: everything that code in it can get at belongs to it and is frozen, and the
 * constructor of functions is not among it.
 */
import vm from 'node:vm';
import { expect, it } from 'vitest';
import { guestLibrary } from './guest-library.ts';

const LITERALS = `[{}, [], '', 1, true, null, () => 1, function () {}, async () => 1, function* () {},
  async function* () {}, /a/, 1n, [].map, \`\`, (function* () {}).prototype]`;

/** Every object that can be reached by members and prototypes, with the way to it. */
function reachable(roots: readonly [unknown, string][]): Map<object, string> {
  const found = new Map<object, string>();
  const pending = [...roots];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [value, path] = next;
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null || found.has(value))
      continue;
    found.set(value, path);
    for (const key of Reflect.ownKeys(value)) {
      const property = Object.getOwnPropertyDescriptor(value, key);
      for (const part of [property?.value, property?.get, property?.set] as unknown[]) {
        pending.push([part, `${path}.${String(key)}`]);
      }
    }
    pending.push([Object.getPrototypeOf(value), `${path}.^`]);
  }
  return found;
}

function lockedContext(): { global: object; literals: readonly unknown[] } {
  const global = vm.createContext(vm.constants.DONT_CONTEXTIFY, {
    codeGeneration: { strings: false, wasm: false },
  });
  new vm.Script(guestLibrary()).runInContext(global);
  return { global, literals: new vm.Script(LITERALS).runInContext(global) as unknown[] };
}

const { global, literals } = lockedContext();
const all = reachable([
  [global, 'global'],
  ...literals.map((value, at): [unknown, string] => [value, `literal ${at}`]),
]);

it('nothing of the host is there', () => {
  const host = reachable([[globalThis, 'globalThis']]);

  const shared = [...all].filter(([value]) => host.has(value)).map(([, path]) => path);

  expect(shared).toEqual([]);
});

it('the constructor of functions is not there', () => {
  const constructors = [...all].filter(
    ([value]) =>
      typeof value === 'function' && /^(Async|Generator|AsyncGenerator)?Function$/.test(value.name),
  );

  expect(constructors.map(([, path]) => path)).toEqual([]);
});

it('all but what code makes anew is frozen', () => {
  const fresh = /^literal \d+(\.prototype)?$/;

  const open = [...all].filter(([value, path]) => !Object.isFrozen(value) && !fresh.test(path));

  expect(open.map(([, path]) => path)).toEqual([]);
});
