import { parse, Kind, type OperationDefinitionNode } from 'graphql';
import { expect, it } from 'vitest';
import { operations } from '#openapi/operations.gen.ts';
import { unmirrored } from '#openapi/routes.ts';
import { readContract } from './contract.ts';

const { schema } = readContract(new URL('../schema.graphql', import.meta.url));

it('every root field has a route or a written reason', () => {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const fields = roots.flatMap((type) =>
    Object.keys(type?.getFields() ?? {}).map((field) => `${type?.name}.${field}`),
  );

  const mirrored = Object.values(operations).map(({ document }) => {
    const operation = parse(document).definitions[0] as OperationDefinitionNode;
    const [root] = operation.selectionSet.selections;
    const type = operation.operation === 'query' ? 'Query' : 'Mutation';
    return `${type}.${root?.kind === Kind.FIELD ? root.name.value : ''}`;
  });

  expect([...new Set([...mirrored, ...Object.keys(unmirrored)])].sort()).toEqual(fields.sort());
});
