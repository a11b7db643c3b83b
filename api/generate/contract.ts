import { readFileSync } from 'node:fs';
import { buildASTSchema, parse, type DocumentNode, type GraphQLSchema } from 'graphql';

/** What AppSync declares by itself: scalars and directives that the contract uses without defining them. */
const APPSYNC_PRELUDE = /* GraphQL */ `
  scalar AWSDateTime
  scalar AWSURL
  directive @aws_api_key on OBJECT | FIELD_DEFINITION
  directive @aws_cognito_user_pools(cognito_groups: [String!]) on OBJECT | FIELD_DEFINITION
  directive @aws_iam on OBJECT | FIELD_DEFINITION
  directive @aws_lambda on OBJECT | FIELD_DEFINITION
  directive @aws_subscribe(mutations: [String!]!) on FIELD_DEFINITION
`;

/** The hand-written contract, as text, as a document and as a schema that knows AppSync's own definitions. */
export interface Contract {
  sdl: string;
  document: DocumentNode;
  schema: GraphQLSchema;
}

/** Reads and checks `api/schema.graphql`. Throws graphql-js's own error, with line and column, when it is invalid. */
export function readContract(file: URL): Contract {
  return buildContract(readFileSync(file, 'utf8'));
}

/** Builds a contract from SDL text. */
export function buildContract(sdl: string): Contract {
  const document = parse(sdl);
  const prelude = parse(APPSYNC_PRELUDE);
  const schema = buildASTSchema({
    ...document,
    definitions: [...prelude.definitions, ...document.definitions],
  });
  return { sdl, document, schema };
}
