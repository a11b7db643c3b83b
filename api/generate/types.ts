import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import { parse, printSchema } from 'graphql';
import type { Contract } from './contract.ts';

/**
 * TypeScript types of the contract, made by graphql-codegen. Output fields are always present (null when empty), input
 * fields may be left out, enums are unions of their names. `<Type><Field>Args` are the arguments of a field.
 */
export async function contractTypes({ schema }: Contract): Promise<string> {
  const body = await codegen({
    filename: 'types.gen.ts',
    documents: [],
    schema: parse(printSchema(schema)),
    plugins: [{ typescript: {} }],
    pluginMap: { typescript },
    config: {
      enumsAsTypes: true,
      skipTypename: true,
      namingConvention: {
        typeNames: 'change-case-all#pascalCase',
        enumValues: 'keep',
        transformUnderscore: false,
      },
      strictScalars: true,
      scalars: { ID: 'string', AWSDateTime: 'string', AWSURL: 'string' },
      maybeValue: 'T | null',
      inputMaybeValue: 'T | null | undefined',
      avoidOptionals: { field: true, object: false, inputValue: false, defaultValue: false },
    },
  });
  return `// Generated from schema.graphql.\n\n${body}`;
}
