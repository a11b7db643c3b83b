import { expect, it } from 'vitest';
import { patternFix } from './pattern-fix.ts';
import * as rules from './rules.gen.ts';
import type { Rule } from './validate.ts';

/** The base64 of a SHA-256 has words of its own in `validate.ts`. */
const SHA256 = '^[A-Za-z0-9+/]{43}=';

const patternsIn = (among: Record<string, unknown>): string[] =>
  Object.values(among).flatMap((rule) => {
    const { pattern, fields } = rule as Rule;
    return [...(pattern === undefined ? [] : [pattern]), ...(fields ? patternsIn(fields) : [])];
  });

const patterns = [...new Set(Object.values(rules).flatMap((each) => patternsIn(each)))].filter(
  (pattern) => !pattern.startsWith(SHA256),
);

it.each(patterns)('%s is said in words', (pattern) => {
  expect(patternFix(pattern)).not.toContain(pattern.slice(0, 5));
  expect(patternFix(pattern)).toMatch(/^must (?:be|begin|hold) /);
});

it('a pattern without words is shown as the contract writes it', () => {
  expect(patternFix('^x+(?![\\s\\S])')).toBe('must match ^x+$');
});
