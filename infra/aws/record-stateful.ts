/**
 * `node infra/aws/record-stateful.ts`: adds what prod's templates in `cdk.out` keep to `stateful.json`, after
 * `ARTISSIST_STAGE=prod npm run synth`. It changes and removes no row: a resource that is meant to go is emptied and
 * retired first, and its row is then removed by hand.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stackName } from './names.ts';
import { stageOf } from './stages.ts';
import { statefulIn, type StatefulRecord, unrecordedIn } from './stateful-resources.ts';

const FILE = join(import.meta.dirname, 'stateful.json');
const OUT = join(import.meta.dirname, '../../cdk.out');

const recorded = JSON.parse(readFileSync(FILE, 'utf8')) as StatefulRecord;
const made = Object.fromEntries(
  (['Data', 'Edge', ''] as const).map((part) => {
    const stack = stackName(part, stageOf('prod'));
    const template = readFileSync(join(OUT, `${stack}.template.json`), 'utf8');
    return [stack, statefulIn(JSON.parse(template) as Parameters<typeof statefulIn>[0])];
  }),
);
for (const [stack, id] of unrecordedIn(recorded, made)) {
  const row = made[stack]?.[id];
  if (!row) continue;
  recorded[stack] = { ...recorded[stack], [id]: row };
  console.log(`${stack} ${id} (${row.type}) is recorded.`);
}
writeFileSync(FILE, `${JSON.stringify(recorded, undefined, 2)}\n`);
