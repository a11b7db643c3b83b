/**
 * The checked-in table of a twin: figures without dates and machines, in the order in which they are measured. A run
 * fails where a figure is worse than there.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '#infra/local/settings.ts';
import type { Row } from './row.ts';

export type Twin = 'local' | 'opensearch';

const DIGITS = 4;
/** Recognisers differ from version to version. */
const SPEECH_TOLERANCE = 0.05;
/**
 * OpenSearch builds its graph of neighbours a little differently each time, and one work that it passes over costs the
 * smallest groups of topics 0.01; what is local may not get worse at all.
 */
const TOLERANCE: Readonly<Record<Twin, number>> = { local: 0, opensearch: 0.01 };
export const isSpeech = (name: string): boolean => name.startsWith('speech ');

export const rounded = (value: number): number => Number(value.toFixed(DIGITS));

export const tableFile = (twin: Twin, data: string): string =>
  join(ROOT, 'bench/eval/results', data === 'samples' ? `${twin}.samples.json` : `${twin}.json`);

/** The rows that are checked in; none where there is no table yet. */
export function readTable(file: string): Row[] {
  if (!existsSync(file)) return [];
  return (JSON.parse(readFileSync(file, 'utf8')) as { rows: Row[] }).rows;
}

/** Writes what was measured: all of it, or over the rows of the same names where only some was measured. */
export function writeTable(file: string, rows: readonly Row[], { whole }: { whole: boolean }): void {
  const measured = new Map(rows.map((row) => [row.name, row]));
  const before = whole ? [] : readTable(file);
  const kept = before.map((row) => measured.get(row.name) ?? row);
  const names = new Set(kept.map(({ name }) => name));
  const all = [...kept, ...rows.filter(({ name }) => !names.has(name))];
  const plain = all.map(({ name, value, unit, bar, better }) => ({
    name,
    value: rounded(value),
    unit,
    ...(bar !== undefined && { bar }),
    ...(better && { better }),
  }));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ rows: plain }, null, 2)}\n`);
}

export interface Compared {
  /** Worse than what is checked in, or below its bar. */
  failures: string[];
  /** Checked in, and not measured in this run. */
  missing: string[];
}

/** Holds measured rows against checked-in ones. */
export function compare(rows: readonly Row[], checkedIn: readonly Row[], twin: Twin = 'local'): Compared {
  const before = new Map(checkedIn.map((row) => [row.name, row]));
  const measured = new Set(rows.map(({ name }) => name));
  const failures = rows.flatMap((row) => {
    const problems: string[] = [];
    if (row.met === false) problems.push(`${row.name}: ${rounded(row.value)} misses the bar of ${row.bar}`);
    const was = before.get(row.name);
    if (was && isWorse(row, was.value, TOLERANCE[twin])) {
      problems.push(`${row.name}: ${rounded(row.value)} is worse than the checked-in ${was.value}`);
    }
    return problems;
  });
  return { failures, missing: [...before.keys()].filter((name) => !measured.has(name)) };
}

function isWorse({ name, value, better, free }: Row, was: number, otherwise: number): boolean {
  if (free) return false;
  const tolerance = isSpeech(name) ? SPEECH_TOLERANCE : otherwise;
  const gain = rounded(value) - was;
  return (better === 'lower' ? -gain : gain) < -tolerance;
}
