import { describe, expect, it } from 'vitest';
import { evaluate, valueOf } from '../fixtures.ts';

function matches(pattern: string, value: string) {
  return evaluate('return util.matches(ctx.args.pattern, ctx.args.value);', {
    arguments: { pattern, value },
  });
}

describe('util.matches', () => {
  it.each([
    ['a*b', 'aaaaab', true],
    ['^[a-z0-9]+(?:-[a-z0-9]+)*$', 'a-b-c', true],
    ['^[a-z0-9]+(?:-[a-z0-9]+)*$', 'a--b', false],
    ['^\\p{Alpha}+$', 'abc', true],
    ['^\\p{Alpha}+$', 'é', false],
    ['^\\P{Alpha}+$', 'é', true],
    ['^[\\p{Digit}x]+$', '12x', true],
    ['^\\p{L}+$', 'é', true],
    ['^\\p{IsLatin}+$', 'é', true],
    ['^\\p{IsAlphabetic}+$', 'é', true],
    ['(?i)^abc$', 'ABC', true],
    ['(?s)^a.b$', 'a\nb', true],
    ['^a.b$', 'a\nb', false],
    ['\\Aabc\\z', 'abc', true],
    ['^\\Qa.b\\E$', 'a.b', true],
    ['^\\Qa.b\\E$', 'axb', false],
    ['^a\\-b\\@c$', 'a-b@c', true],
    ['^a{2,3}$', 'aaa', true],
    ['^\\s+$', '\u00a0', false],
    ['^\\S$', '\u00a0', true],
    ['^[\\s\\S]+$', 'a \n 😀', true],
    ['^[\\S]+$', 'a b', false],
    ['^[^\\S]+$', ' \t', true],
    ['^[^\\x00\\S]$', ' ', false],
    ['^(a)\\1$', 'aa', true],
    ['^(?<n>a)\\k<n>$', 'aa', true],
    ['^(?=a)a$', 'a', true],
    ['^\\x41\\u0042\\x{43}$', 'ABC', true],
    ['^😀$', '😀', true],
    ['^]$', ']', true],
  ])('%s in %j: %s', (pattern, value, want) => {
    const evaluation = matches(pattern, value);

    expect([evaluation.value, evaluation.error]).toEqual([want, null]);
  });

  it.each([
    ['^a++$', 'possessive'],
    ['^(?>a)$', 'atomic'],
    ['^[a&&b]$', 'intersection'],
    ['^[a[b]]$', 'inside a class'],
    ['(?x)a', '(?x)'],
    ['^a(?i)b$', 'flags inside'],
    ['^\\p{javaLowerCase}$', 'javaLowerCase'],
    ['^\\h$', '\\h'],
  ])('%s is refused: %s', (pattern, construct) => {
    const { error } = matches(pattern, 'a');

    expect(error?.message).toContain('not implemented by the local runtime');
    expect(error?.message).toContain(construct);
  });

  it('a broken pattern is an error of the code', () => {
    expect(matches('(', 'a').error?.message).toContain("can't be read");
  });

  it('a part of the value is neither a match nor none', () => {
    expect(matches('b', 'abc').error?.message).toContain('write ^ and $');
    expect(matches('b', 'ac').value).toBe(false);
  });
});

describe('methods that read their argument as a Java pattern', () => {
  it.each([
    ["'a-b-c'.replace('-', '+')", 'a+b-c'],
    ["'a-b-c'.replaceAll('-', '')", 'abc'],
    ["'a1b22'.replaceAll('[0-9]+', '#')", 'a#b#'],
    ["'a.b.c'.replaceAll('.', '-')", '-----'],
    ["'a.b.c'.replaceAll('\\\\.', '-')", 'a-b-c'],
    ["'a.b.c'.replace('[.]', '-')", 'a-b.c'],
    ["'a-b'.split('-').join()", 'a,b'],
    ["'abc'.split('').join()", 'a,b,c'],
    ["'a-b-c'.split('-', 2).join()", 'a,b'],
    ["'abc'.split().join()", 'abc'],
  ])('%s', (expression, want) => {
    expect(valueOf(expression)).toBe(want);
  });

  it('twice in a row gives the same', () => {
    expect(valueOf("['a1', 'b2', 'c3'].map((text) => text.replaceAll('[0-9]', ''))")).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  it('a replacement that Java reads otherwise is refused', () => {
    expect(() => valueOf("'a'.replace('a', '$1')")).toThrow('String.replace with $');
  });
});
