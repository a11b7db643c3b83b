import { errors, errorSlug, type ErrorName } from '#api/errors.ts';
import type { Route } from '#openapi/routes.ts';
import { reference, type JsonSchema } from './json-schema.ts';

/** What the problem details of an error look like, RFC 9457. */
export const problemSchema: JsonSchema = {
  type: 'object',
  description: 'What went wrong, as problem details (RFC 9457).',
  properties: {
    type: {
      type: 'string',
      format: 'uri',
      description: 'Which error it is: an address whose end is its permanent name.',
    },
    title: { type: 'string', description: 'The error in short, the same each time.' },
    status: { type: 'integer', format: 'int32', description: 'The HTTP status.' },
    detail: { type: 'string', description: 'What was received and what to do.' },
    instance: { type: 'string', description: 'Id of the request.' },
    errors: {
      type: 'array',
      description: 'Each thing that is wrong with the input.',
      items: reference('FieldProblem'),
    },
    info: { type: 'object', description: 'What else helps, for example the `id` behind a taken reference.' },
  },
  required: ['type', 'title', 'status', 'detail', 'instance'],
};

/** One entry of `errors`. */
export const fieldProblemSchema: JsonSchema = {
  type: 'object',
  description: 'One thing that is wrong with the input.',
  properties: {
    field: {
      type: 'string',
      description: 'JSON pointer into the body, `body` for all of it, or the name of a parameter or header.',
    },
    received: { type: 'string', description: 'What came, cut when it is long.' },
    fix: { type: 'string', description: 'What to send instead.' },
  },
  required: ['field', 'received', 'fix'],
};

/** Errors of operations that neither their input nor their row tells of. */
const PARTICULAR: Readonly<Record<string, readonly ErrorName[]>> = {
  createProfile: ['ProfileExists'],
  addMember: ['MemberExists'],
  completeUpload: ['NotReady'],
  publishProject: ['NotReady', 'ProfileNotPublished', 'TextTooComplex'],
  publishPage: ['ProfileNotPublished', 'TextTooComplex'],
  publishProfile: ['TextTooComplex'],
  updateMember: ['LastOwner'],
  removeMember: ['LastOwner'],
};

/** Errors that come with a field of an input. */
const BY_FIELD: Readonly<Record<string, ErrorName>> = {
  handle: 'HandleTaken',
  slug: 'SlugTaken',
  path: 'PathTaken',
  externalRef: 'ExternalRefTaken',
};

/** Names of the errors that a route can answer; `fields` are those of its input. */
export function errorsOf(route: Route, fields: readonly string[]): ErrorName[] {
  const unique = fields.map((name) => BY_FIELD[name]).filter((name) => name !== undefined);
  return [
    'BadInput',
    ...(route.auth === 'anonymous' ? [] : (['Unauthenticated', 'Forbidden'] as const)),
    ...(route.auth === 'tenant' || route.path.includes('{') ? (['NotFound'] as const) : []),
    ...(route.precondition === null ? [] : (['VersionConflict'] as const)),
    ...unique,
    ...(PARTICULAR[route.operation] ?? []),
    ...(route.precondition === null ? [] : (['PreconditionFailed', 'PreconditionRequired'] as const)),
    ...(route.body === null && route.precondition === null
      ? []
      : (['TooLarge', 'UnsupportedMediaType'] as const)),
    'Throttled',
    'Internal',
    'Unavailable',
  ];
}

/** Responses by status; those of one error are components, several of one status stand together as examples. */
export function problemResponses(names: readonly ErrorName[]): Record<string, unknown> {
  const byStatus = Map.groupBy(names, (name) => errors[name].status);
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [
      String(status),
      group.length === 1 && group[0] !== undefined
        ? { $ref: `#/components/responses/${group[0]}` }
        : problemResponse(group),
    ]),
  );
}

/** The response of one error, or of several of the same status. */
export function problemResponse(names: readonly ErrorName[]): Record<string, unknown> {
  const listed = names.map((name) => `\`${name}\`: ${errors[name].title}. ${errors[name].hint}`);
  return {
    description: listed.join('\n\n'),
    headers: {
      'X-Request-Id': { $ref: '#/components/headers/X-Request-Id' },
      ...(names.some((name) => name === 'Throttled' || name === 'Unavailable')
        ? { 'Retry-After': { $ref: '#/components/headers/Retry-After' } }
        : {}),
      ...(names.includes('Unauthenticated')
        ? { 'WWW-Authenticate': { $ref: '#/components/headers/WWW-Authenticate' } }
        : {}),
    },
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(
          names.map((name) => [name, { summary: errors[name].title, value: example(name) }]),
        ),
      },
    },
  };
}

function example(name: ErrorName): Record<string, unknown> {
  const { status, title, hint } = errors[name];
  const bad = {
    field: '/title',
    received: '"xxxx"… (2001 characters)',
    fix: 'must have at most 2000 characters',
  };
  return {
    type: `https://artissist.example/problems/${errorSlug(name)}`,
    title,
    status,
    detail: name === 'BadInput' ? `${bad.field} ${bad.fix}. Received: ${bad.received}.` : hint,
    instance: '7f3c1a52-6a0e-4c8e-9f0b-2a1d5d0c9e11',
    ...(name === 'BadInput' ? { errors: [bad] } : {}),
    ...(name === 'ExternalRefTaken' ? { info: { id: '01JZ5X8Q4M7N2P9R3S6T8V0W1Y' } } : {}),
  };
}
