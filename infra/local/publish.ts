/** `npm run publish`: renders every public page anew and writes what differs, beside a running platform or without. */
import '../setup/node-version.mjs';
import { availableParallelism } from 'node:os';
import progressBars from 'cli-progress';
import { openLocalHome } from './home.ts';
import { logTo } from './log.ts';
import { composePublisher } from './publisher.ts';

const home = await openLocalHome(process.env);
const { publisher } = await composePublisher({
  table: home.table,
  dataDir: home.dataDir,
  url: home.url,
  log: logTo((line) => void process.stderr.write(`${line}\n`)),
});

const bar = new progressBars.SingleBar({
  format: 'publishing  {tenants} portfolios  {pages} pages  {changed} changed  {duration_formatted}',
  noTTYOutput: true,
  notTTYSchedule: 2000,
});
const started = performance.now();
bar.start(0, 0, { tenants: 0, pages: 0, changed: 0 });
try {
  const { tenants, pages, changed } = await publisher.publishAll({
    workers: availableParallelism(),
    onProgress: (progress) => bar.update(progress.pages, { ...progress }),
  });
  bar.stop();
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(
    `${pages} pages of ${tenants} portfolios in ${seconds.toFixed(1)} s (${Math.round(pages / seconds)} a second), ${changed} changed\n`,
  );
} finally {
  bar.stop();
  await publisher.end();
  await home.close();
}
