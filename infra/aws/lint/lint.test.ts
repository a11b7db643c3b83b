import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isScalar, isSeq, parseDocument } from 'yaml';

const FEWEST_WORDS = 8;

/** What is left out, with the comment above it. */
function skips(file: string, list: string): Array<{ check: string; reason: string }> {
  const document = parseDocument(readFileSync(join(import.meta.dirname, file), 'utf8'));
  const entries = document.get(list);
  if (!isSeq(entries)) throw new Error(`${file} has no list ${list}.`);
  return entries.items.map((item, at) => {
    if (!isScalar(item)) throw new Error(`${file}: ${list} holds names of checks only.`);
    // The first comment of a list stands before the list itself.
    const reason = item.commentBefore ?? (at === 0 ? entries.commentBefore : undefined) ?? '';
    return { check: String(item.value), reason };
  });
}

describe.each([
  ['cfn-lint.yaml', 'ignore_checks', /^[EWI]\d{4}$/],
  ['checkov.yaml', 'skip-check', /^CKV2?_AWS_\d+$/],
])('%s', (file, list, name) => {
  it.each(skips(file, list))('leaves $check out for a written reason', ({ check, reason }) => {
    expect(check).toMatch(name);
    expect(reason.split(/\s+/).length).toBeGreaterThanOrEqual(FEWEST_WORDS);
  });
});

it('linters have one version', () => {
  const lines = readFileSync(join(import.meta.dirname, 'requirements.txt'), 'utf8')
    .trim()
    .split('\n');

  expect(lines.filter((line) => !/^[\w-]+==[\d.]+$/.test(line))).toEqual([]);
});
