import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readGuides } from './guides.ts';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'artissist-guides-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const read = () => readGuides(pathToFileURL(`${dir}/`));

describe('guides', () => {
  it('are Markdown files with their front', () => {
    writeFileSync(join(dir, 'first.md'), '---\ntitle: One\nsummary: It.\nsortOrder: 3\n---\n\nWords.\n');
    writeFileSync(join(dir, 'notes.txt'), 'Not a guide.');

    expect(read()).toEqual([{ path: 'first', title: 'One', summary: 'It.', sortOrder: 3, body: 'Words.\n' }]);
  });

  it('name the file whose front is not complete', () => {
    writeFileSync(join(dir, 'second.md'), '---\ntitle: Two\n---\n\nWords.\n');

    expect(read).toThrow('second.md must begin with title, summary and sortOrder');
  });
});
