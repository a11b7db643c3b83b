/**
 * Random bytes inside the context, where no host function may be reached: the ChaCha20 key stream (RFC 8439,
 * section 2.3) under a key of 32 random bytes that the host hands in with every evaluation.
 */
import { record } from './evaluation.ts';
import type { EvaluationRecord } from './evaluation.ts';

const CONSTANTS = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574] as const;
const COLUMNS_AND_DIAGONALS = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
] as const;

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

function quarterRound(s: Int32Array, a: number, b: number, c: number, d: number): void {
  const at = (index: number): number => s[index] as number;
  s[a] = at(a) + at(b);
  s[d] = rotateLeft(at(d) ^ at(a), 16);
  s[c] = at(c) + at(d);
  s[b] = rotateLeft(at(b) ^ at(c), 12);
  s[a] = at(a) + at(b);
  s[d] = rotateLeft(at(d) ^ at(a), 8);
  s[c] = at(c) + at(d);
  s[b] = rotateLeft(at(b) ^ at(c), 7);
}

/** One 64-byte block of the key stream. `key` is 64 hex digits, `nonce` three words. */
export function chacha20Block(key: string, counter: number, nonce: readonly number[]): number[] {
  const initial = new Int32Array(16);
  CONSTANTS.forEach((word, index) => (initial[index] = word));
  for (let word = 0; word < 8; word += 1) {
    let value = 0;
    for (let byte = 3; byte >= 0; byte -= 1) {
      const at = word * 8 + byte * 2;
      value = (value << 8) | parseInt(key.slice(at, at + 2), 16);
    }
    initial[4 + word] = value;
  }
  initial[12] = counter;
  nonce.forEach((word, index) => (initial[13 + index] = word));
  const state = new Int32Array(initial);
  for (let round = 0; round < 10; round += 1) {
    for (const [a, b, c, d] of COLUMNS_AND_DIAGONALS) quarterRound(state, a, b, c, d);
  }
  const bytes: number[] = [];
  state.forEach((word, index) => {
    const sum = (word + (initial[index] ?? 0)) | 0;
    bytes.push(sum & 255, (sum >>> 8) & 255, (sum >>> 16) & 255, (sum >>> 24) & 255);
  });
  return bytes;
}

const stream: { owner: EvaluationRecord | null; counter: number; pool: number[] } = {
  owner: null,
  counter: 0,
  pool: [],
};

/** `count` random bytes, never the same ones twice in an evaluation. */
export function randomBytes(count: number): number[] {
  const owner = record();
  if (stream.owner !== owner) {
    stream.owner = owner;
    stream.counter = 0;
    stream.pool = [];
  }
  while (stream.pool.length < count) {
    stream.pool.push(...chacha20Block(owner.seed, stream.counter, [0, 0, 0]));
    stream.counter += 1;
  }
  return stream.pool.splice(0, count);
}
