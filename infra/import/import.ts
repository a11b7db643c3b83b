import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { importCatalogue } from './catalogue.ts';
import { cliOptions } from './cli-options.ts';
import { UnreachableError } from './client.ts';
import { imageFolder } from './image-folder.ts';
import { MappingError, parseMapping } from './mapping.ts';
import { httpApi, httpUpload, readOperator } from './operator.ts';
import { progressBars, progressLines } from './progress.ts';
import { summary, type Report } from './report.ts';
import { readRows } from './rows.ts';

const MUSEUM = new URL('mappings/museum.json', import.meta.url);

/** `npm run import`: the exit code is 0 when every row was taken, 1 when rows were refused or nothing could be done. */
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
  const report = await importCatalogue({
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
  }).finally(view.stop);
  await writeReport(options.report, report);
  console.log(summary(report));
  console.log(`Every refusal and note: ${options.report}`);
  return report.rows.some(({ outcome }) => outcome === 'refused') ? 1 : 0;
}

async function countRows(file: string): Promise<number> {
  let count = 0;
  for await (const _row of readRows(file)) count += 1;
  return count;
}

async function writeReport(file: string, report: Report): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, report.rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

try {
  process.exitCode = await main();
} catch (error) {
  const expected = error instanceof UnreachableError || error instanceof MappingError;
  console.error(expected || !process.env.DEBUG ? (error as Error).message : error);
  process.exitCode = 1;
}
