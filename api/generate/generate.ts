/**
 * Writes everything that follows from the contract. `node api/generate/generate.ts` writes, with `--check` it writes
 * nothing, names each stale file and exits with 1.
 */
import { statementsModule } from './analytics/statements.ts';
import { awsSchema } from './aws-schema.ts';
import { readContract, type Contract } from './contract.ts';
import { fragments } from './fragments.ts';
import { inputsModule, operationsModule, outputsModule } from './mirror-data.ts';
import { openapiOutputs } from './openapi/outputs.ts';
import { readOperations } from './operations.ts';
import { validationRules } from './rules.ts';
import { contractTypes } from './types.ts';
import { formatted, stale, write, type Output } from './write.ts';

const ROOT = new URL('../../', import.meta.url);

/** Everything that is generated, formatted. */
export async function outputs(contract: Contract, root: URL): Promise<Output[]> {
  const shared = fragments(contract);
  const operations = readOperations(new URL('openapi/operations/', root), shared, contract);
  return formatted(
    [
      { path: 'api/schema.aws.gen.graphql', text: awsSchema(contract) },
      { path: 'api/types.gen.ts', text: await contractTypes(contract) },
      { path: 'api/resolvers/_lib/rules.gen.ts', text: validationRules(contract) },
      { path: 'api/analytics/statements.gen.ts', text: statementsModule(root) },
      { path: 'openapi/fragments.gen.graphql', text: shared },
      { path: 'openapi/operations.gen.ts', text: operationsModule(operations) },
      { path: 'openapi/inputs.gen.ts', text: inputsModule(contract, operations) },
      { path: 'openapi/outputs.gen.ts', text: outputsModule(contract, operations) },
      ...(await openapiOutputs(operations, contract)),
    ],
    root,
  );
}

async function main(args: readonly string[]): Promise<number> {
  const files = await outputs(readContract(new URL('api/schema.graphql', ROOT)), ROOT);
  if (!args.includes('--check')) {
    for (const path of write(files, ROOT)) console.log(`wrote ${path}`);
    return 0;
  }
  const paths = stale(files, ROOT);
  for (const path of paths) console.error(`${path} is stale: run \`npm run generate\`.`);
  return paths.length === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
