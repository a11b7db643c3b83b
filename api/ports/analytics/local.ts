/** Logs in a folder, counted by DuckDB: the same statements as in Glue and Athena. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { clean, figures } from '../../analytics/statements.gen.ts';
import { CLEAN, LOG_FIELDS, assertDay, forDay, type CleanStep, type Figure } from '../../analytics/steps.ts';
import { AnalyticsFailed, type Analytics, type CountRow } from './port.ts';

export interface LocalAnalyticsOptions {
  /** Holds `yyyy/mm/dd/*.jsonl`: lines of the log. */
  logs: string;
  /** Where visits and copies of the table are kept. */
  folder: string;
  /** Writes the table's items to a file, a line each, as DynamoDB exports them. */
  exportTo: (file: string) => Promise<void>;
  /** Memory that the engine may take, MB. */
  memoryMb?: number;
}

const MEMORY_MB = 512;
/** The step that several others read: it is kept until the end, so that the log is read once. */
const READ_OFTEN: CleanStep = 'requests';

/** The engine is opened with the first piece of work; `close` ends it. */
export interface LocalAnalytics extends Analytics {
  close(): void;
}

export function createLocalAnalytics(options: LocalAnalyticsOptions): LocalAnalytics {
  const { logs, folder, exportTo, memoryMb = MEMORY_MB } = options;
  let opening: Promise<{ instance: DuckDBInstance; connection: DuckDBConnection }> | undefined;
  const open = async () => {
    await mkdir(folder, { recursive: true });
    const instance = await DuckDBInstance.create(':memory:', {
      memory_limit: `${memoryMb}MB`,
      temp_directory: join(folder, 'spilled'),
      autoinstall_known_extensions: 'false',
      preserve_insertion_order: 'false',
    });
    return { instance, connection: await instance.connect() };
  };
  const engine = async (): Promise<DuckDBConnection> => (await (opening ??= open())).connection;
  /** What is read line by line has a connection of its own. */
  const another = async (): Promise<DuckDBConnection> => (await (opening ??= open())).instance.connect();
  const visits = (day: string): string => join(folder, 'visits', `day=${day}`);

  return {
    async exportTable(run) {
      const copy = join(folder, 'tables', `${run.replaceAll(/[^\w-]/g, '-')}.jsonl`);
      await rm(join(folder, 'tables'), { recursive: true, force: true });
      await mkdir(join(folder, 'tables'), { recursive: true });
      await exportTo(copy);
      return { state: 'SUCCEEDED', copy };
    },

    async clean(_run, day, copy) {
      assertDay(day);
      const connection = await engine();
      const file = join(visits(day), 'visits.parquet');
      await mkdir(visits(day), { recursive: true });
      const salt = randomBytes(16).toString('hex');
      await connection.run(
        `CREATE OR REPLACE TEMP VIEW access AS ${accessLog(join(logs, ...day.split('-')))}`,
      );
      await connection.run(
        `CREATE OR REPLACE TEMP VIEW exported AS SELECT line FROM read_csv(${quoted(copy)}, columns = {'line': 'VARCHAR'},
          header = false, delim = chr(1), quote = '', escape = '', max_line_size = 10000000)`,
      );
      const held = join(folder, 'requests.parquet');
      try {
        for (const name of CLEAN) {
          const text = forDay(clean.duckdb[name], day, salt);
          if (name === READ_OFTEN) await connection.run(`COPY (${text}) TO ${quoted(held)} (FORMAT parquet)`);
          const read = name === READ_OFTEN ? `FROM read_parquet(${quoted(held)})` : text;
          await connection.run(`CREATE OR REPLACE TEMP VIEW ${name} AS ${read}`);
        }
        await connection.run(`COPY (FROM visits) TO ${quoted(`${file}.new`)} (FORMAT parquet)`);
      } finally {
        // It has addresses in it.
        await rm(held, { force: true });
      }
      await rename(`${file}.new`, file);
      return 'SUCCEEDED';
    },

    async *count(figure: Figure, day: string) {
      assertDay(day);
      if (!existsSync(visits(day))) throw new AnalyticsFailed(`The log of ${day} has not been cleaned.`);
      const connection = await another();
      try {
        await connection.run(
          `CREATE TEMP VIEW visits AS SELECT *, '${day}' AS day FROM read_parquet(${quoted(join(visits(day), '*.parquet'))})`,
        );
        const reader = await connection.stream(forDay(figures.duckdb[figure], day));
        for await (const rows of reader.yieldRowObjects()) for (const row of rows) yield countRow(row);
      } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new AnalyticsFailed(`DuckDB could not count ${figure} of ${day}: ${reason}`, { cause });
      } finally {
        connection.closeSync();
      }
    },

    close() {
      opening?.then(
        ({ instance, connection }) => {
          connection.closeSync();
          instance.closeSync();
        },
        () => undefined,
      );
      opening = undefined;
    },
  };
}

/** The log of a day's folder; nothing where there is none. */
function accessLog(folder: string): string {
  const columns = LOG_FIELDS.map((name) => `'${name}': 'VARCHAR'`).join(', ');
  if (!existsSync(folder))
    return `SELECT ${LOG_FIELDS.map((name) => `'' AS ${name}`).join(', ')} WHERE false`;
  return `SELECT * FROM read_json(${quoted(join(folder, '*.jsonl'))}, format = 'newline_delimited',
    columns = {${columns}}, ignore_errors = true)`;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const countRow = (row: Record<string, unknown>): CountRow => ({
  tenantId: String(row.tenant_id),
  name: String(row.name ?? ''),
  title: String(row.title ?? ''),
  views: Number(row.views),
  visitors: Number(row.visitors),
});
