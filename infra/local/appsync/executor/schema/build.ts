import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import {
  GraphQLError,
  buildASTSchema,
  concatAST,
  isObjectType,
  isScalarType,
  parse,
  validateSchema,
} from 'graphql';
import { AWS_DEFINITIONS } from './directives.ts';
import { AWS_SCALARS } from './scalars.ts';

const definitions = parse(AWS_DEFINITIONS, { noLocation: true });

/**
 * An executable schema from SDL as it is deployed to AppSync: AWS scalars and directives are added,
 * custom scalars and directive definitions are refused as AppSync refuses them.
 *
 * @throws an error that lists every problem of the schema.
 */
export function buildSchema(sdl: string): GraphQLSchema {
  const document = parse(sdl);
  const refused = document.definitions.flatMap((definition) => {
    if (definition.kind === 'DirectiveDefinition')
      return [`directive @${definition.name.value} is defined; AppSync accepts no definitions`];
    if (definition.kind === 'ScalarTypeDefinition')
      return [`scalar ${definition.name.value} is defined; AppSync knows its own scalars only`];
    return [];
  });
  if (refused.length > 0) throw new GraphQLError(`The schema is refused: ${refused.join('; ')}.`);

  const schema = buildASTSchema(concatAST([document, definitions]));
  const problems = validateSchema(schema);
  if (problems.length > 0)
    throw new GraphQLError(`The schema is not valid: ${problems.map(({ message }) => message).join(' ')}`);
  for (const [name, behaviour] of Object.entries(AWS_SCALARS)) {
    const scalar = schema.getType(name);
    if (isScalarType(scalar)) Object.assign(scalar, behaviour);
  }
  return schema;
}

/** The object types that the schema itself declares, without those of introspection. */
export function objectTypes(schema: GraphQLSchema): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
  );
}
