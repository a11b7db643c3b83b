/** The same statements on Spark as on DuckDB, and Athena's read by a parser that knows its dialect. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figures } from '#api/analytics/statements.gen.ts';
import { FIGURES, LOG_FIELDS, forDay } from '#api/analytics/steps.ts';
import { countIndependently } from '#api/ports/analytics/independent-count.testing.ts';
import { createLocalAnalytics } from '#api/ports/analytics/local.ts';
import { exportedLines, madeTenants, madeTraffic } from '#api/ports/analytics/traffic.testing.ts';
import { cleanPlan } from '../plan.ts';

const python = process.env['SPARK_PYTHON'] ?? '';
if (!python)
  console.warn(
    'NOT RUN: statements on Spark (node infra/testing/spark/run.mjs -- npx vitest run infra/analytics)',
  );

const DAY = '2026-11-21';
const LIMIT_MS = 600_000;
const tenants = madeTenants(12, 30);
const lines = [...madeTraffic(DAY, 20_000, tenants, 7)];
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'spark-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the script. Answers what it said when it failed. */
function runScript(plan: object, values: object): string {
  const file = join(folder, 'plan.json');
  writeFileSync(file, JSON.stringify(plan));
  const script = join(import.meta.dirname, 'run_sql.py');
  const args = [script, '--plan', file, '--values', JSON.stringify(values), '--JOB_NAME', 'clean'];
  const env = { ...process.env, SPARK_LOCAL_IP: '127.0.0.1', PYSPARK_PYTHON: python };
  const { status, stderr } = spawnSync(python, args, { encoding: 'utf8', env, timeout: LIMIT_MS });
  return status === 0 ? '' : stderr.slice(-3000) || 'It failed.';
}

/** Lines as a delivery of CloudFront's log leaves them: Parquet, every column a text. */
async function deliver(path: string, some: readonly object[]): Promise<void> {
  const at = join(folder, 'kept', path);
  mkdirSync(at, { recursive: true });
  const written = join(folder, 'lines.jsonl');
  writeFileSync(written, some.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const columns = LOG_FIELDS.map((name) => `${name}: 'VARCHAR'`).join(', ');
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  await connection.run(
    `COPY (FROM read_json('${written}', format = 'newline_delimited', columns = {${columns}}))
      TO '${join(at, 'a.parquet')}' (FORMAT parquet)`,
  );
  connection.closeSync();
  instance.closeSync();
}

/** The table as DynamoDB exports it: files of lines, each compressed by gzip, in a folder. */
function exportTable(): void {
  mkdirSync(join(folder, 'copy'));
  const items = exportedLines(tenants);
  for (const [name, some] of [
    ['a', items.slice(0, items.length / 2)],
    ['b', items.slice(items.length / 2)],
  ] as const)
    writeFileSync(join(folder, 'copy', `${name}.json.gz`), gzipSync(some.join('\n')));
}

describe.skipIf(!python)('on Spark (NOT RUN unless SPARK_PYTHON is set)', () => {
  it(
    'a log becomes the visits that somebody else counts, and what comes late is read',
    { timeout: LIMIT_MS },
    async () => {
      await deliver('logs/2026/11/21/07', lines.slice(0, 12_000));
      await deliver('logs/2026/11/21/23', lines.slice(12_000, 19_000));
      await deliver('logs/2026/11/22/00', lines.slice(19_000));
      exportTable();
      const values = {
        day: DAY,
        dayPath: '2026/11/21',
        nextPath: '2026/11/22',
        kept: join(folder, 'kept'),
        copy: `${join(folder, 'copy')}/`,
      };

      const first = runScript(cleanPlan(), values);
      const again = runScript(cleanPlan(), values);

      expect([first, again]).toEqual(['', '']);
      const kept = createLocalAnalytics({
        logs: '',
        folder: join(folder, 'kept'),
        exportTo: () => Promise.resolve(),
      });
      const expected = countIndependently(lines, DAY, tenants);
      for (const figure of FIGURES)
        expect([figure, await Array.fromAsync(kept.count(figure, DAY))]).toEqual([figure, expected[figure]]);
      kept.close();
    },
  );

  it(
    'a day without a log has no visits, and a value that is missing or could be SQL is refused',
    () => {
      const plan = { ...cleanPlan(), inputs: [], statements: [], outputs: [] };
      const asked = (sql: string) => ({ ...plan, statements: [{ view: 'one', sql }] });

      expect(runScript(asked("SELECT '{{day}}'"), {})).toContain('Give a value for day');
      expect(runScript(asked("SELECT '{{day}}'"), { day: "' OR '" })).toContain('The value of day');
      const none = { view: 'access', format: 'json', paths: [join(folder, 'none/')], columns: ['date'] };
      expect(runScript({ ...asked('SELECT date FROM access'), inputs: [none] }, {})).toBe('');
    },
    LIMIT_MS,
  );
});

describe.skipIf(!python)("Athena's statements (NOT RUN unless SPARK_PYTHON is set)", () => {
  it("are understood in its dialect, and mean the same as DuckDB's", () => {
    const pairs = FIGURES.map((figure) => [
      forDay(figures.athena[figure], DAY),
      forDay(figures.duckdb[figure], DAY),
    ]);
    const code = `import json, sqlglot, sys
from sqlglot import ErrorLevel
for athena, duckdb in json.load(sys.stdin):
    read = lambda sql, dialect: sqlglot.parse_one(sql, read=dialect, error_level=ErrorLevel.RAISE)
    assert read(athena, "athena").sql("duckdb") == read(duckdb, "duckdb").sql("duckdb"), athena`;

    const { status, stderr } = spawnSync(python, ['-c', code], {
      input: JSON.stringify(pairs),
      encoding: 'utf8',
    });

    expect([status, stderr]).toEqual([0, '']);
  });
});
