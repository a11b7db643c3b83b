import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { stringify } from 'yaml';
import type { Contract } from '../contract.ts';
import type { Operation } from '../operations.ts';
import type { Output } from '../write.ts';
import { openapiDocument } from './document.ts';

/** The document as YAML to read, as JSON text to bundle, and as types for clients. */
export async function openapiOutputs(
  operations: readonly Operation[],
  contract: Contract,
): Promise<Output[]> {
  const document = openapiDocument(operations, contract);
  const types = astToString(
    // A member with a default may be left out of a request.
    await openapiTS(document as unknown as OpenAPI3, { defaultNonNullable: false }),
  );
  const note = 'Generated from api/schema.graphql, openapi/routes.ts and openapi/operations.';
  return [
    {
      path: 'openapi/openapi.gen.yaml',
      text: `# ${note}\n${stringify(document, { aliasDuplicateObjects: false })}`,
    },
    {
      path: 'openapi/document.gen.ts',
      text: `// ${note}\n\n/** The OpenAPI document as JSON text. */\nexport const openapi: string = ${JSON.stringify(JSON.stringify(document))};\n`,
    },
    { path: 'openapi/types.gen.ts', text: `// ${note}\n\n${types}` },
  ];
}
