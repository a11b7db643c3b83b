import { createHash } from 'node:crypto';
import { RESERVED_HANDLES } from '#api/resolvers/_lib/reserved.ts';

const HANDLE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const SHORTEST = 3;
const LONGEST = 64;

/** Letters that do not come apart into a base letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Whether the platform gives such a handle to anybody. */
export function isHandle(text: unknown): text is string {
  return (
    typeof text === 'string' &&
    HANDLE.test(text) &&
    text.length >= SHORTEST &&
    text.length <= LONGEST &&
    !RESERVED_HANDLES.includes(text)
  );
}

/** Text as ASCII letters and digits with single hyphens; may come out empty. */
export function fold(text: string): string {
  const ascii = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\0-\x7f]/g, (letter) => LETTERS[letter] ?? ' ');
  return ascii.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

const cut = (handle: string, length: number): string => handle.slice(0, length).replace(/-$/, '');

/** The handle that a name gives: folded, and made longer where it is too short or reserved. */
export function handleOf(name: string, id: string): string {
  const digest = createHash('sha256').update(id).digest('hex').slice(0, 8);
  const folded = cut(fold(name), LONGEST);
  if (folded === '') return `artist-${digest}`;
  return isHandle(folded) ? folded : `${cut(folded, LONGEST - 7)}-artist`;
}

/** The handle with a number, for when it is taken. */
export function numbered(handle: string, number: number): string {
  const tail = `-${number}`;
  return `${cut(handle, LONGEST - tail.length)}${tail}`;
}

/** Who wants which handle. */
export interface Wish {
  id: string;
  name: string;
  /** The handle that the record asks for. */
  handle?: unknown;
}

/**
 * Gives everybody of a catalogue a handle of their own, the same at every run: first the valid ones that records ask
 * for, in the order of the file, then those made from names.
 */
export class Handles {
  readonly #taken = new Set<string>();
  readonly #byId = new Map<string, string>();

  constructor(wishes: readonly Wish[]) {
    for (const { id, handle } of wishes) {
      if (isHandle(handle) && !this.#taken.has(handle)) this.#give(id, handle);
    }
    for (const { id, name } of wishes) {
      if (!this.#byId.has(id)) this.#give(id, this.#free(handleOf(name, id)));
    }
  }

  /** The handle of somebody, made from the name for those who had no wish. */
  of(id: string, name: string): string {
    const handle = this.#byId.get(id);
    if (handle !== undefined) return handle;
    return this.#give(id, this.#free(handleOf(name, id)));
  }

  /** Another handle for somebody whose own the platform has given away. */
  next(id: string, base: string, from: number): { handle: string; number: number } {
    let number = from;
    while (this.#taken.has(numbered(base, number))) number += 1;
    return { handle: this.#give(id, numbered(base, number)), number: number + 1 };
  }

  #free(base: string): string {
    if (!this.#taken.has(base)) return base;
    let number = 2;
    while (this.#taken.has(numbered(base, number))) number += 1;
    return numbered(base, number);
  }

  #give(id: string, handle: string): string {
    this.#taken.add(handle);
    this.#byId.set(id, handle);
    return handle;
  }
}
