import type { GraphQLNamedType } from 'graphql';
import { errors, type ErrorName } from '#api/errors.ts';
import { tags } from '#openapi/routes.ts';
import type { Contract } from '../contract.ts';
import type { Operation } from '../operations.ts';
import { componentOf, type JsonSchema } from './json-schema.ts';
import { sharedParameters } from './parameters.ts';
import { paths } from './paths.ts';
import { fieldProblemSchema, problemResponse, problemSchema } from './problems.ts';

const DESCRIPTION = `Portfolios for artists and arts organisations: projects with their process log, assets and inspirations, and
what of them is published.

**Credentials.** Send an access token or a personal access token as \`Authorization: Bearer <token>\`. What is below
\`/v1/portfolios\` and \`/v1/recent\` needs none, and ignores one that is sent.

**Tenants.** You act for yourself; name another tenant in \`X-Tenant\`.

**Versions.** Answers carry an \`ETag\`. A change needs it as \`If-Match\`, or the \`version\` that you read as
\`expectedVersion\`. Only edits made by people count: an asset whose sizes are ready keeps its version, though its
\`ETag\` is new.

**Lists** answer \`items\` and \`next\`. Follow the header \`Link\`, or send \`next\` as \`cursor\`.

**Errors** are problem details (RFC 9457). Lengths are counted in UTF-16 code units.`;

const HEADERS: Readonly<Record<string, { description: string; example: string }>> = {
  ETag: {
    description:
      'Version, where there is one, and hash of the answer. Send it as `If-Match` or `If-None-Match`.',
    example: '"3-5c1e0a9b7d2f4e68"',
  },
  Link: {
    description: 'The page after this one, with `rel="next"`; absent on the last.',
    example: '<https://artissist.example/v1/projects?cursor=eyJ2IjoxfQ>; rel="next"',
  },
  Location: {
    description: 'Address of what is new, or of what has another name now.',
    example: 'https://artissist.example/v1/projects/01JZ5X8Q4M7N2P9R3S6T8V0W1Y',
  },
  'Cache-Control': {
    description: 'How long the answer may be kept, and by whom.',
    example: 'private, no-cache',
  },
  'Retry-After': { description: 'Seconds to wait before the next try.', example: '1' },
  'WWW-Authenticate': { description: 'Which credential is asked for.', example: 'Bearer realm="artissist"' },
  'X-Request-Id': {
    description:
      'Id of the request: yours, where you sent one of 8 to 64 letters, digits and hyphens, else a new one.',
    example: '7f3c1a52-6a0e-4c8e-9f0b-2a1d5d0c9e11',
  },
};

/** The OpenAPI 3.1 document of the REST mirror. */
export function openapiDocument(
  operations: readonly Operation[],
  contract: Contract,
): Record<string, unknown> {
  const body = { paths: paths(operations, contract) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Artissist',
      version: '1.0.0',
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'Where this document was read.' }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    ...body,
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description:
            'An access token of a signed-in person, or a personal access token (`art_...`) with the scopes named.',
        },
      },
      parameters: sharedParameters,
      headers: Object.fromEntries(
        Object.entries(HEADERS).map(([name, header]) => [name, { ...header, schema: { type: 'string' } }]),
      ),
      requestBodies: { Version: versionBody },
      responses: {
        Moved: movedResponse,
        NotModified: {
          description: 'What you have is current.',
          headers: { ETag: { $ref: '#/components/headers/ETag' } },
        },
        ...Object.fromEntries(usedErrors(body).map((name) => [name, problemResponse([name])])),
      },
      schemas: { ...schemas(body, contract), Problem: problemSchema, FieldProblem: fieldProblemSchema },
    },
  };
}

const movedResponse = {
  description:
    'You asked by an old handle, slug or path: it is at the address in `Location` now, with the same query.',
  headers: {
    Location: { $ref: '#/components/headers/Location' },
    'Cache-Control': { $ref: '#/components/headers/Cache-Control' },
    'X-Request-Id': { $ref: '#/components/headers/X-Request-Id' },
  },
  content: {
    'application/json': {
      schema: {
        type: 'object',
        description: 'Where it is now.',
        properties: {
          location: { type: 'string', format: 'uri', description: 'As in the header `Location`.' },
        },
        required: ['location'],
      },
      example: { location: 'https://artissist.example/v1/portfolios/katsushika-hokusai/projects/wave' },
    },
  },
};

const versionBody = {
  required: false,
  description: 'The version that you read, where `If-Match` does not say it.',
  content: {
    'application/json': {
      schema: {
        type: 'object',
        properties: {
          expectedVersion: {
            type: 'integer',
            format: 'int32',
            minimum: 1,
            description: 'The version that you read.',
          },
        },
        additionalProperties: false,
      },
      example: { expectedVersion: 3 },
    },
  },
};

function usedErrors(body: unknown): ErrorName[] {
  const used = references(body, 'responses');
  return (Object.keys(errors) as ErrorName[]).filter((name) => used.has(name));
}

/** The components that are reached from the paths, by name. */
function schemas(body: unknown, { schema }: Contract): Record<string, JsonSchema> {
  const found: Record<string, JsonSchema> = {};
  const reach = (names: ReadonlySet<string>): void => {
    for (const name of names) {
      const type: GraphQLNamedType | undefined = schema.getType(name);
      const component =
        type === undefined || found[name] !== undefined ? undefined : componentOf(type, schema);
      if (component === undefined) continue;
      found[name] = component;
      reach(references(component, 'schemas'));
    }
  };
  reach(references(body, 'schemas'));
  return Object.fromEntries(Object.entries(found).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Names of the components of a kind that a part of the document refers to. */
function references(part: unknown, kind: 'schemas' | 'responses'): Set<string> {
  const matches = JSON.stringify(part).matchAll(new RegExp(`"#/components/${kind}/(\\w+)"`, 'g'));
  return new Set([...matches].map(([, name = '']) => name));
}
