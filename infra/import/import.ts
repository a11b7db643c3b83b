import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { importCatalogue } from './catalogue.ts';
import { cliOptions } from './cli-options.ts';
import { UnreachableError } from './client.ts';
import { imageFolder } from './image-folder.ts';
import { MappingError, parseMapping } from './mapping.ts';
import { httpApi, httpUpload, readOperator } from './operator.ts';
import { progressBars, progressLines } from './progress.ts';
import { emptyReport, summary, type Report } from './report.ts';
import { readRows } from './rows.ts';

const MUSEUM = new URL('mappings/museum.json', import.meta.url);

/**
 * `npm run import`: the exit code is 0 when every row was taken, 1 when rows were refused or nothing could be done, and
 * 130 or 143 when it was interrupted. What was done is reported however it ends.
 */
async function main(): Promise<number> {
  const options = cliOptions(process.argv.slice(2), process.env);
  const mapping = parseMapping(JSON.parse(await readFile(options.map ?? MUSEUM, 'utf8')));
  const operator = await readOperator(options);
  const totals = {
    artists: await countRows(options.artists),
    works: await countRows(options.works),
    logs: options.logs === undefined ? 0 : await countRows(options.logs),
  };
  const view = process.stdout.isTTY
    ? progressBars(totals, process.stdout)
    : progressLines(totals, (line) => console.log(line));
  const report = emptyReport();
  const tell = (): void => {
    view.stop();
    writeReport(options.report, report);
    console.log(summary(report));
    console.log(`Every refusal and note: ${options.report}`);
  };
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.once(signal, () => {
      tell();
      console.log('Interrupted. What was done stays; run the import again to go on.');
      process.exit(code);
    });
  }
  try {
    await importCatalogue({
      api: httpApi(operator, () => readOperator(options)),
      upload: httpUpload(operator.url),
      artists: readRows(options.artists),
      works: readRows(options.works),
      ...(options.logs !== undefined && { logs: readRows(options.logs) }),
      ...(options.images !== undefined && { images: await imageFolder(options.images) }),
      mapping,
      publish: options.publish,
      concurrency: options.concurrency,
      onProgress: view.show,
      report,
    });
  } finally {
    tell();
  }
  return report.rows.some(({ outcome }) => outcome === 'refused') ? 1 : 0;
}

async function countRows(file: string): Promise<number> {
  let count = 0;
  for await (const _row of readRows(file)) count += 1;
  return count;
}

/** At once, since the process may be about to end. */
function writeReport(file: string, report: Report): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, report.rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

try {
  process.exitCode = await main();
} catch (error) {
  const expected = error instanceof UnreachableError || error instanceof MappingError;
  console.error(expected || !process.env.DEBUG ? (error as Error).message : error);
  process.exitCode = 1;
}
