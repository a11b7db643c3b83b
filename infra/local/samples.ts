/** Imports the samples of `content/samples/` through the API. Done once; a start that dies in between goes on. */
import { existsSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importCatalogue } from '#infra/import/catalogue.ts';
import type { GraphqlAnswer } from '#infra/import/client.ts';
import { imageFolder } from '#infra/import/image-folder.ts';
import { parseMapping } from '#infra/import/mapping.ts';
import { httpUpload } from '#infra/import/operator.ts';
import { summary } from '#infra/import/report.ts';
import { readRows } from '#infra/import/rows.ts';
import type { Platform } from './platform.ts';
import { ROOT, type Settings } from './settings.ts';

const SAMPLES = join(ROOT, 'content/samples');

export async function importSamples(
  platform: Platform,
  settings: Settings,
  operatorToken: string,
  say: (line: string) => void,
): Promise<void> {
  const done = join(settings.dataDir, 'samples.done');
  if (existsSync(done) && !platform.isNew) return;
  say('publishing the sample portfolios (only at the first start)');
  const report = await importCatalogue({
    api: async (query, variables, headers) => {
      const response = await platform.api.fetch(
        new Request(`${platform.url}/graphql`, {
          method: 'POST',
          headers: { ...headers, authorization: operatorToken, 'content-type': 'application/json' },
          body: JSON.stringify({ query, variables }),
        }),
      );
      return (await response.json()) as GraphqlAnswer;
    },
    upload: httpUpload(platform.url),
    artists: readRows(join(SAMPLES, 'artists.jsonl')),
    works: readRows(join(SAMPLES, 'works.jsonl')),
    logs: readRows(join(SAMPLES, 'logs.jsonl')),
    images: await imageFolder(join(SAMPLES, 'images')),
    mapping: parseMapping(JSON.parse(await readFile(join(SAMPLES, 'mapping.json'), 'utf8'))),
    publish: true,
  });
  // Meanings follow while it is used already: reading takes a model longer than publishing.
  await platform.events.bus.idle({ withConsequences: true, except: ['embed'] });
  await platform.publisher.flush();
  const refused = report.rows.filter(({ outcome }) => outcome === 'refused');
  if (refused.length > 0) {
    for (const row of refused) say(`  ${row.file}:${row.line ?? ''} ${row.reason}`);
    throw new Error('The samples were not taken as a whole. Mend what is named above and start again.');
  }
  for (const line of summary(report).split('\n')) say(`  ${line}`);
  writeFileSync(done, `${new Date().toISOString()}\n`);
}
