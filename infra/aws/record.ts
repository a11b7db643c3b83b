/**
 * `node infra/aws/record.ts`, after `ARTISSIST_STAGE=prod npm run synth`: writes what follows from prod's templates in
 * `cdk.out`. To `stateful.json` it adds what is kept, and changes and removes no row: a resource that is meant to go is
 * emptied and retired first, and its row is then removed by hand. `access.gen.md` says who may do what.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessTable } from './access-table.ts';
import { statefulIn, type StatefulRecord, unrecordedIn } from './stateful-resources.ts';

type Templates = Parameters<typeof accessTable>[0];

const OUT = join(import.meta.dirname, '../../cdk.out');
const here = (name: string): string => join(import.meta.dirname, name);

const manifest = JSON.parse(readFileSync(join(OUT, 'manifest.json'), 'utf8')) as {
  artifacts: Record<string, { type: string; properties?: { templateFile?: string } }>;
};
const templates: Templates = Object.fromEntries(
  Object.entries(manifest.artifacts)
    .filter(([, { type }]) => type === 'aws:cloudformation:stack')
    .map(([stack, { properties }]) => [
      stack,
      JSON.parse(readFileSync(join(OUT, properties?.templateFile ?? ''), 'utf8')) as Templates[string],
    ]),
);
if (!Object.hasOwn(templates, 'Artissist'))
  throw new Error(
    `Run \`ARTISSIST_STAGE=prod npm run synth\` first. Received stacks: ${Object.keys(templates).join(', ')}.`,
  );

/** Nested stacks keep nothing, but have roles. */
const nested: Templates = Object.fromEntries(
  readdirSync(OUT)
    .filter((file) => file.startsWith('Artissist') && file.endsWith('.nested.template.json'))
    .map((file) => [file, JSON.parse(readFileSync(join(OUT, file), 'utf8')) as Templates[string]]),
);

const recorded = JSON.parse(readFileSync(here('stateful.json'), 'utf8')) as StatefulRecord;
const made = Object.fromEntries(
  Object.entries(templates).map(([stack, template]) => [stack, statefulIn(template)]),
);
for (const [stack, id] of unrecordedIn(recorded, made)) {
  const row = made[stack]?.[id];
  if (!row) continue;
  recorded[stack] = { ...recorded[stack], [id]: row };
  console.log(`${stack} ${id} (${row.type}) is recorded.`);
}
writeFileSync(here('stateful.json'), `${JSON.stringify(recorded, undefined, 2)}\n`);
writeFileSync(here('access.gen.md'), accessTable({ ...templates, ...nested }));
