/**
 * Creates the stacks of `cdk.out` in an emulator of AWS at AWS_ENDPOINT_URL, and tells what was made and what was not:
 *
 *   node infra/testing/ministack/run.mjs -- node infra/aws/emulator/load.ts
 *
 * A resource that the emulator cannot make is left out and the stack tried again; nothing else is changed. Ends with 1
 * when one of a type that the emulator knows is refused for what `limits.ts` does not excuse.
 */
import { zipSync } from 'fflate';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Asset, readAssembly } from '../assembly.ts';
import { createStack, type LeftOut, UNKNOWN_TYPE } from './create-stack.ts';
import { ACCOUNT, openEmulator, REGION } from './emulator.ts';
import { LIMITS } from './limits.ts';
import type { CfnTemplate } from './template.ts';

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
const left: LeftOut[] = [];
let made = 0;
await createStack(emulator, 'CDKToolkit', BOOTSTRAP);
for (const stack of readAssembly(join(import.meta.dirname, '../../../cdk.out'))) {
  for (const asset of stack.assets) await upload(asset);
  const template = JSON.parse(readFileSync(stack.template, 'utf8')) as CfnTemplate;
  const result = await createStack(emulator, stack.name, template);
  made += result.created.length;
  left.push(...result.leftOut);
  console.log(
    `${stack.name}: ${result.created.length} of ${Object.keys(template.Resources).length} resources`,
  );
  for (const [type, count] of counted(result.created.map(({ type }) => type)))
    console.log(`  made ${String(count).padStart(4)} ${type}`);
  for (const { type, id, reason } of result.leftOut) console.log(`  NOT MADE: ${type} ${id}: ${reason}`);
}

const refused = left.filter(({ reason }) => reason !== UNKNOWN_TYPE);
const unexplained = refused.filter(({ reason }) => !LIMITS.some(({ words }) => reason.includes(words)));
for (const { type, id, reason } of unexplained) console.error(`${type} ${id} was refused: ${reason}`);
console.log(`${made} resources made, ${left.length} not made`);
process.exitCode = unexplained.length > 0 ? 1 : 0;

/** Puts a file where the template looks for it; a folder is zipped as the CDK command line does. */
async function upload({ source, packaging, bucket, key }: Asset): Promise<void> {
  const name = bucket.replace('${AWS::AccountId}', ACCOUNT).replace('${AWS::Region}', REGION);
  const body = packaging === 'file' ? readFileSync(source) : zipSync(filesBelow(source), { level: 0 });
  await emulator.upload(name, key, body);
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

function counted(types: readonly string[]): [string, number][] {
  return [...Map.groupBy(types, (type) => type)]
    .map(([type, all]): [string, number] => [type, all.length])
    .toSorted(([a], [b]) => a.localeCompare(b));
}
