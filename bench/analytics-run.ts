/** Cleans and counts a day, and says how long it took and how much memory the process had at most. */
import { copyFileSync, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { FIGURES, type Figure } from '#api/analytics/steps.ts';
import { createLocalAnalytics } from '#api/ports/analytics/local.ts';
import type { CountRow } from '#api/ports/analytics/port.ts';

export interface Counted {
  seconds: number;
  megabytes: number;
  /** Seconds of its processor time. */
  cpu: number;
  found: Record<Figure, CountRow[]>;
}

const [folder = '', day = ''] = process.argv.slice(2);
const analytics = createLocalAnalytics({
  logs: join(folder, 'logs'),
  folder: join(folder, 'work'),
  exportTo: (file) => Promise.resolve(copyFileSync(join(folder, 'exported.jsonl'), file)),
});
const out = createWriteStream(join(folder, 'found.jsonl'));
const started = performance.now();
const { copy } = await analytics.exportTable('bench');
await analytics.clean('bench', day, copy);
for (const figure of FIGURES)
  for await (const row of analytics.count(figure, day)) out.write(`${JSON.stringify([figure, row])}\n`);
const seconds = (performance.now() - started) / 1000;
out.end();
await finished(out);
analytics.close();
// Kilobytes, of the whole life of the process.
const { user, system } = process.cpuUsage();
process.send?.({ seconds, cpu: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 });
process.disconnect?.();
