/**
 * Creates the stacks of `cdk.out` in an emulator of AWS at AWS_ENDPOINT_URL, and tells by type what was made and what was not:
 *
 *   node infra/testing/ministack/run.mjs -- node infra/aws/emulator/load.ts
 *
 * Resources of types that the emulator does not know are left out, in nested templates as well; nothing else is changed.
 * Ends with 1 when those types are others than `limits.ts` lists, or when one of a type that it knows is refused for what
 * `limits.ts` does not excuse.
 */
import { zipSync } from 'fflate';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Asset, readAssembly } from '../assembly.ts';
import { type Created, createStack, type LeftOut, unknownTypes } from './create-stack.ts';
import { ACCOUNT, openEmulator, REGION } from './emulator.ts';
import { idsOfShapes, problemsOf, UNSUPPORTED } from './limits.ts';
import { type CfnTemplate, idsOf, without } from './template.ts';

/** What every template asks for first: the version of the account's bootstrap. */
const BOOTSTRAP: CfnTemplate = {
  Resources: {
    Version: {
      Type: 'AWS::SSM::Parameter',
      Properties: { Type: 'String', Name: '/cdk-bootstrap/hnb659fds/version', Value: '30' },
    },
  },
};

const emulator = openEmulator(process.env['AWS_ENDPOINT_URL']);
const stacks = readAssembly(join(import.meta.dirname, '../../../cdk.out')).map((stack) => ({
  ...stack,
  templates: [stack.template, ...stack.assets.map(({ source }) => source).filter(isNested)].map(readTemplate),
}));
const all = stacks.flatMap(({ templates }) => templates);
const resources = all.flatMap(({ Resources }) => Object.values(Resources));
const asked = new Set([...resources.map(({ Type }) => Type), ...UNSUPPORTED]);
const unknown = await unknownTypes(emulator, [...asked]);

const shapes = all.flatMap((template) => idsOfShapes(template).map((id) => ({ template, id })));

const made: Created[] = [];
const refused: LeftOut[] = [];
await createStack(emulator, 'CDKToolkit', BOOTSTRAP);
// Of what is left out by its shape one is tried, so that the emulator itself says that it refuses it.
for (const { id, template } of new Map(shapes.map((each) => [typeOf(each), each])).values()) {
  const alone = without(template, new Set(Object.keys(template.Resources).filter((other) => other !== id)));
  const { leftOut } = await createStack(emulator, 'Shapes', { Resources: alone.Resources });
  refused.push(...leftOut);
}
for (const { name, template, templates, assets } of stacks) {
  for (const asset of assets) await upload(asset);
  const { created, leftOut } = await createStack(emulator, name, known(template));
  made.push(...created);
  refused.push(...leftOut);
  const of = templates.reduce((sum, { Resources }) => sum + Object.keys(Resources).length, 0);
  console.log(`${name}, with what is nested in it: ${created.length} of ${of} resources`);
}

tell(
  'made',
  made.map(({ type }) => type),
);
tell(
  'NOT SUPPORTED by the emulator',
  resources.map(({ Type }) => Type).filter((type) => unknown.has(type)),
);
tell('NOT SUPPORTED in this shape', shapes.map(typeOf));
for (const { type, id, reason } of refused) console.log(`REFUSED: ${type} ${id}: ${reason}`);
const problems = problemsOf(unknown, refused);
for (const problem of problems) console.error(problem);
console.log(`${made.length} of ${resources.length} resources made`);
process.exitCode = problems.length > 0 ? 1 : 0;

function isNested(file: string): boolean {
  return file.endsWith('.nested.template.json');
}

function typeOf({ id, template }: { id: string; template: CfnTemplate }): string {
  return template.Resources[id]?.Type ?? '';
}

function readTemplate(file: string): CfnTemplate {
  return JSON.parse(readFileSync(file, 'utf8')) as CfnTemplate;
}

/** The template in a file, without what the emulator is known to refuse. */
function known(file: string): CfnTemplate {
  const template = readTemplate(file);
  return without(template, new Set([...idsOf(template, unknown), ...idsOfShapes(template)]));
}

/** Puts a file where the template looks for it; a folder is zipped as the CDK command line does. */
async function upload({ source, packaging, bucket, key }: Asset): Promise<void> {
  const name = bucket.replace('${AWS::AccountId}', ACCOUNT).replace('${AWS::Region}', REGION);
  const body = (): string | Uint8Array => {
    if (packaging === 'zip') return zipSync(filesBelow(source), { level: 0 });
    return isNested(source) ? JSON.stringify(known(source)) : readFileSync(source);
  };
  await emulator.upload(name, key, body());
}

function filesBelow(folder: string): Record<string, Uint8Array> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length + 1), readFileSync(path)];
    }),
  );
}

/** A line for each type. */
function tell(what: string, types: readonly string[]): void {
  for (const [type, all] of [...Map.groupBy(types, (each) => each)].toSorted())
    console.log(`${what}: ${String(all.length).padStart(4)} ${type}`);
}
