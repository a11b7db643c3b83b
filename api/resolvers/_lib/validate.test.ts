import { describe, expect, it, vi } from 'vitest';
import { validate, type Problem, type Rules } from './validate.ts';
import {
  createProjectInput,
  mutationCreateAssetArguments,
  mutationCreateProjectArguments,
  mutationUpdatePageArguments,
} from './rules.gen.ts';

class ResolverError extends Error {
  readonly type: string;
  readonly info: Problem & { problems: Problem[] };

  constructor(message: string, type: string, info: Problem & { problems: Problem[] }) {
    super(message);
    this.type = type;
    this.info = info;
  }
}

vi.mock('@aws-appsync/utils', () => ({
  util: {
    error: (message: string, type: string, _data: unknown, info: Problem & { problems: Problem[] }) => {
      throw new ResolverError(message, type, info);
    },
    matches: (pattern: string, value: string) => new RegExp(pattern).test(value),
  },
}));

function refusal(rules: Rules, value: object, path = ''): ResolverError | undefined {
  try {
    validate(rules, value, path);
    return undefined;
  } catch (error) {
    if (error instanceof ResolverError) return error;
    throw error;
  }
}

const project = (input: object) => refusal(mutationCreateProjectArguments, { input });

describe('validate', () => {
  it.each<[string, object]>([
    ['nothing at all', {}],
    ['an emoji outside the first plane', { title: 'A 🌊 wave' }],
    ['line breaks and tabs', { description: 'one\n\ttwo\r\n' }],
    ['a text as long as allowed', { title: 'x'.repeat(2000) }],
    ['the longest body', { body: '🌊'.repeat(30_000) }],
    ['null for a field that null clears', { title: null, facts: null }],
    ['years at their limits', { yearStart: -10000, yearEnd: 10000 }],
    ['an address with its scheme', { links: [{ label: 'Site', url: 'https://example.org/a?b' }] }],
    ['a scheme in capitals', { links: [{ label: 'Site', url: 'HTTPS://example.org/' }] }],
    ['a fact with an empty value', { facts: [{ key: 'accession', label: 'Accession', value: '' }] }],
  ])('accepts %s', (_name, input) => {
    expect(project(input)).toBeUndefined();
  });

  it.each<[string, object, Problem]>([
    [
      'a text that is too long, showing 80 characters of it',
      { title: 'x'.repeat(2001) },
      {
        field: 'input.title',
        received: `"${'x'.repeat(80)}"… (2001 characters)`,
        fix: 'must have at most 2000 characters',
      },
    ],
    ['an empty slug', { slug: '' }, { field: 'input.slug', received: '""', fix: 'must not be empty' }],
    [
      'a slug with capitals',
      { slug: 'Mona Lisa' },
      {
        field: 'input.slug',
        received: '"Mona Lisa"',
        fix: 'must be lower-case letters and digits, with single hyphens between them, for example great-wave',
      },
    ],
    [
      'a slug with a line break at its end',
      { slug: 'mona\n' },
      {
        field: 'input.slug',
        received: '"mona\\n"',
        fix: 'must be lower-case letters and digits, with single hyphens between them, for example great-wave',
      },
    ],
    [
      'U+0000',
      { description: 'a\u0000b' },
      {
        field: 'input.description',
        received: '"a\\u0000b"',
        fix: 'must be text without U+0000 and without half surrogate pairs',
      },
    ],
    [
      'a lone high surrogate',
      { title: 'a\uD83Cb' },
      {
        field: 'input.title',
        received: '"a\\ud83cb"',
        fix: 'must be text without U+0000 and without half surrogate pairs',
      },
    ],
    [
      'a lone low surrogate where the contract sets no limit',
      { publishedBy: '\uDF0A' },
      {
        field: 'input.publishedBy',
        received: '"\\udf0a"',
        fix: 'must be text without U+0000 and without half surrogate pairs',
      },
    ],
    [
      'a year beyond the limits',
      { yearStart: 20000 },
      { field: 'input.yearStart', received: '20000', fix: 'must be at most 10000' },
    ],
    [
      'too many entries',
      { tags: Array.from({ length: 201 }, () => 'a') },
      { field: 'input.tags', received: '201 entries', fix: 'must have at most 200 entries' },
    ],
    [
      'a long entry of a list',
      { tags: ['a', 'b'.repeat(501)] },
      {
        field: 'input.tags[1]',
        received: `"${'b'.repeat(80)}"… (501 characters)`,
        fix: 'must have at most 500 characters',
      },
    ],
    [
      'an address with a scheme that runs code',
      { links: [{ label: 'x', url: 'javascript:alert(1)' }] },
      {
        field: 'input.links[0].url',
        received: '"javascript:alert(1)"',
        fix: 'must begin with https://, http:// or mailto:',
      },
    ],
    [
      'an empty name in a nested input',
      { credits: [{ name: 'Ann' }, { name: '' }] },
      { field: 'input.credits[1].name', received: '""', fix: 'must not be empty' },
    ],
  ])('refuses %s', (_name, input, problem) => {
    const error = project(input);

    expect(error?.type).toBe('BadInput');
    expect(error?.info).toEqual({ ...problem, problems: [problem] });
    expect(error?.message).toBe(`${problem.field} ${problem.fix}. Received: ${problem.received}.`);
  });

  it('refuses null for what an update may change but not clear', () => {
    const error = refusal(mutationUpdatePageArguments, {
      id: 'p',
      input: { title: null },
      expectedVersion: 1,
    });

    expect(error?.info).toMatchObject({ field: 'input.title', received: 'null' });
  });

  it('names the path it was given', () => {
    const error = refusal(createProjectInput, { slug: '-' }, 'input');

    expect(error?.info.field).toBe('input.slug');
  });

  it('lists at most ten violations and names the first', () => {
    const error = project({ tags: Array.from({ length: 20 }, () => 'b'.repeat(501)) });

    expect(error?.info.problems).toHaveLength(10);
    expect(error?.message).toMatch(/^input\.tags\[0\] /);
  });

  it('does not cut a character in two', () => {
    const error = project({ title: `${'x'.repeat(79)}${'🌊'.repeat(2000)}` });

    expect(error?.info.received.isWellFormed()).toBe(true);
  });
});

it.each([
  ['its hexadecimal digits', 'a'.repeat(64), /base64 of the SHA-256's 32 bytes.*hexadecimal digits/],
  ['anything else', 'abc', /base64 of the SHA-256's 32 bytes: 44 characters/],
])('a SHA-256 as %s is told what is wanted', (_, sha256, fix) => {
  const input = { fileName: 'a.png', contentType: 'image/png', size: 1, sha256 };

  const refused = refusal(mutationCreateAssetArguments, { projectId: 'p', input });

  expect(refused?.info).toMatchObject({ field: 'input.sha256', fix: expect.stringMatching(fix) as unknown });
  expect(refused?.info.fix).not.toMatch(sha256 === 'abc' ? /hexadecimal/ : /^$/);
});
