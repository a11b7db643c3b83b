import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { barred, type Row } from './row.ts';
import { compare, readTable, writeTable } from './table.ts';

const row = (value: number, more: Partial<Row> = {}): Row => ({
  name: 'topics',
  value,
  unit: 'of 3',
  ...more,
});

it.each([
  ['the same figure', row(0.5), row(0.5), []],
  ['a better figure', row(0.6), row(0.5), []],
  ['no difference in four digits', row(0.500_04), row(0.5), []],
  ['a worse figure', row(0.4999), row(0.5), ['topics: 0.4999 is worse than the checked-in 0.5']],
  ['more errors', row(0.3, { better: 'lower' }), row(0.2, { better: 'lower' }), [/0.3 is worse/]],
  ['fewer errors', row(0.1, { better: 'lower' }), row(0.2, { better: 'lower' }), []],
  ['a worse figure of another engine', row(0.4, { free: true }), row(0.5), []],
  ['a bar that is missed', barred('topics', 0.8, '', 0.85), row(0.8), [/0.8 misses the bar of 0.85/]],
])('a run with %s', (_, measured, checkedIn, failures) => {
  expect(compare([measured], [checkedIn]).failures).toEqual(
    failures.map((failure) => expect.stringMatching(failure) as string),
  );
});

it('lets recognisers of speech differ a little, and not more', () => {
  const errors = (value: number): Row => row(value, { name: 'speech x: errors', better: 'lower' });

  expect(compare([errors(0.24)], [errors(0.2)]).failures).toEqual([]);
  expect(compare([errors(0.26)], [errors(0.2)]).failures).toHaveLength(1);
});

it('lets the approximate neighbours of OpenSearch differ a little, and not more', () => {
  expect(compare([row(0.491)], [row(0.5)], 'opensearch').failures).toEqual([]);
  expect(compare([row(0.489)], [row(0.5)], 'opensearch').failures).toHaveLength(1);
});

it('names what is checked in and was not measured', () => {
  expect(compare([], [row(0.5)]).missing).toEqual(['topics']);
});

it('keeps what was not measured when a part is accepted, and drops it when all is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'eval-table-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'results/local.json');
  const other = row(0.7, { name: 'tags' });

  writeTable(file, [row(0.123_456), other], { whole: true });
  writeTable(file, [row(0.2)], { whole: false });
  expect(readTable(file)).toEqual([row(0.2), other]);

  writeTable(file, [other], { whole: true });
  expect(readTable(file)).toEqual([other]);
});
