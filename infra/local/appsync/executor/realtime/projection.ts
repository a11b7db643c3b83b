/**
 * Writes a mutation's payload as a subscription selected it.
 * The payload has been written once already, so the schema here has no resolvers and leaves JSON texts as they are;
 * authorization applies to the subscriber. A field that the mutation did not select is null.
 */
import type { GraphQLSchema } from 'graphql';
import { execute, isScalarType } from 'graphql';
import type { JsonObject } from '../../types.ts';
import { executionErrorEntry } from '../errors.ts';
import type { FieldOptions } from '../fields.ts';
import { attachFields, readPropertyChecked } from '../fields.ts';
import type { ChosenOperation, GraphQLReply, GraphQLRequest } from '../operation.ts';
import type { RequestContext } from '../request-context.ts';
import { buildSchema } from '../schema/build.ts';

export interface Projection {
  project(
    field: string,
    payload: JsonObject,
    chosen: ChosenOperation,
    asked: GraphQLRequest,
    request: RequestContext,
  ): Promise<GraphQLReply>;
}

export function createProjection(
  sdl: string,
  options: Pick<FieldOptions, 'defaultMode' | 'enabledModes'>,
): Projection {
  const schema = projectionSchema(sdl, options);
  return {
    async project(field, payload, { prepared, operation }, asked, request) {
      const result = await execute({
        schema,
        document: prepared.document,
        operationName: operation.name?.value ?? null,
        variableValues: asked.variables,
        rootValue: { [field]: payload },
        contextValue: request,
        fieldResolver: readPropertyChecked,
      });
      const reply: GraphQLReply = { data: (result.data ?? null) as JsonObject | null };
      if (result.errors?.length)
        reply.errors = result.errors.map((error) => executionErrorEntry(error, schema, () => undefined));
      return reply;
    },
  };
}

function projectionSchema(
  sdl: string,
  options: Pick<FieldOptions, 'defaultMode' | 'enabledModes'>,
): GraphQLSchema {
  const schema = buildSchema(sdl);
  const json = schema.getType('AWSJSON');
  if (isScalarType(json)) json.serialize = (value) => value;
  attachFields(schema, { ...options, resolvers: new Map(), resolverCountLimit: 0 });
  return schema;
}
