/** Documents, arguments and inputs for every field of the contract, made from the contract itself. */
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLOutputType,
} from 'graphql';
import { constraintOf } from '#api/generate/constraints.ts';
import { readContract } from '#api/generate/contract.ts';
import type { RootField, Targets, Values } from './isolation-attempt.testing.ts';
import { isSearch, searchSets } from './isolation-search.testing.ts';

/** The contract as people write it, limits included. */
export const contract = readContract(new URL('../../api/schema.graphql', import.meta.url)).schema;

/** Every root field of the contract. */
export const rootFields: readonly RootField[] = (
  [
    ['query', contract.getQueryType()],
    ['mutation', contract.getMutationType()],
    ['subscription', contract.getSubscriptionType()],
  ] as const
).flatMap(([kind, type]) =>
  Object.values(type?.getFields() ?? {}).map((field) => ({ kind, name: field.name, field })),
);

/** A field with everything below it. */
function selectionOf(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const fields = Object.values(named.getFields()).map(({ name, type: of }) => `${name}${selectionOf(of)}`);
  return `{${fields.join(' ')}}`;
}

/** The document that asks for a root field with all of its arguments as variables, and for all of its answer. */
export function documentFor({ kind, name, field }: RootField): string {
  const { args } = field;
  const declared = args.map((arg) => `$${arg.name}:${String(arg.type)}`).join(' ');
  const passed = args.map((arg) => `${arg.name}:$${arg.name}`).join(' ');
  const both = args.length > 0 ? [`(${declared})`, `(${passed})`] : ['', ''];
  return `${kind} ${name}${both[0]}{${name}${both[1]}${selectionOf(field.type)}}`;
}

/** Texts that a pattern asks for, where the word itself does not match. */
const SHAPED: Record<string, string> = {
  language: 'en-GB',
  contentType: 'image/png',
  sha256: `${'A'.repeat(43)}=`,
};

/** Inputs that hold no text of people, so that their ids may be made up. */
const MADE_UP_ID = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const KNOWN_IDS = new Set([
  'uid',
  'coverAssetId',
  'inspirationIds',
  'assetIds',
  'tenantId',
  'projectId',
  'id',
  'by',
]);
const KNOWN_IDS_OF_EVENTS = new Set(['eventId', 'entityId', 'requestId']);

/**
 * An input with every field filled: texts hold `word`, which is of lower-case letters; `given` wins by field name, and
 * a field given as undefined is left out.
 *
 * @throws Error that names a field for which no value is known.
 */
export function inputValue(typeName: string, word: string, given: Values = {}): Values {
  const type = contract.getType(typeName);
  if (!isInputObjectType(type)) throw new Error(`${typeName} is no input type.`);
  const filled = Object.values(type.getFields()).map((field) => [
    field.name,
    field.name in given ? given[field.name] : valueOf(field, field.type, `${typeName}.${field.name}`, word),
  ]);
  return Object.fromEntries(filled.filter(([, value]) => value !== undefined)) as Values;
}

function valueOf(field: GraphQLInputField, type: GraphQLInputType, path: string, word: string): unknown {
  if (isNonNullType(type)) return valueOf(field, type.ofType, path, word);
  if (isListType(type)) return [valueOf(field, type.ofType, path, word)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) return inputValue(type.name, word);
  if (!isScalarType(type)) throw new Error(`No value is known for ${path}.`);
  const { min = 0, maxLength = 200, pattern } = constraintOf(field);
  switch (type.name) {
    case 'Int':
      return Math.max(min, 1);
    case 'Float':
      return 0.5;
    case 'Boolean':
      return true;
    case 'AWSDateTime':
      return field.name === 'expiresAt' ? '2099-01-01T00:00:00.000Z' : '2024-05-01T10:00:00.000Z';
    case 'AWSURL':
      return `https://${word}.example/${field.name}`;
    case 'ID':
      if (KNOWN_IDS.has(field.name) || KNOWN_IDS_OF_EVENTS.has(field.name)) return MADE_UP_ID;
      throw new Error(`No id is known for ${path}: add it to isolation-values.testing.ts.`);
    case 'String':
      return textFor(field.name, pattern, word).slice(0, maxLength);
    default:
      throw new Error(
        `No value is known for ${path}, a ${type.name}: add it to isolation-values.testing.ts.`,
      );
  }
}

function textFor(name: string, pattern: string | undefined, word: string): string {
  return SHAPED[name] ?? (pattern === undefined ? `${word} ${name}` : word);
}

const ENTITIES: readonly (readonly [RegExp, string])[] = [
  [/InspirationProposal/i, 'InspirationProposal'],
  [/Proposal/i, 'Proposal'],
  [/Enrichment/i, 'Enrichment'],
  [/LogEntr/i, 'LogEntry'],
  [/Upload|Asset/i, 'Asset'],
  [/Inspiration/i, 'Inspiration'],
  [/Page/i, 'Page'],
  [/Token/i, 'Token'],
  [/Member/i, 'Member'],
  [/Project/i, 'Project'],
];

function entityOf(name: string): string {
  const known = ENTITIES.find(([pattern]) => pattern.test(name));
  if (!known) throw new Error(`No ids are known for ${name}: add its entity to isolation-values.testing.ts.`);
  return known[1];
}

const IDS = new Set(['id', 'projectId', 'inspirationId', 'uid']);

/**
 * Several sets of arguments that point a root field at somebody's things: each of the ids in turn, each cursor, each
 * order. One set without arguments for a field that has none.
 *
 * @throws Error that names the argument for which no value is known.
 */
export function argumentSets(root: RootField, targets: Targets, word: string): Values[] {
  if (isSearch(root)) return searchSets(root, targets);
  const { name, field } = root;
  const named = field.args.map((arg) => arg.name);
  const pointed = named.filter((arg) => IDS.has(arg));
  const bases: Values[] =
    pointed.length === 0 || name.startsWith('on')
      ? [{}]
      : (targets.entities[entityOf(name)] ?? []).map((target) => pick(target, [...pointed, 'version']));
  return bases.flatMap((base) =>
    field.args
      .filter(({ name: arg }) => !(arg in base) && arg !== 'expectedVersion')
      .reduce<Values[]>(
        (sets, arg) =>
          sets.flatMap((set) =>
            choices(name, arg, targets, word).map((value) => ({ ...set, [arg.name]: value })),
          ),
        [{ ...base, ...versioned(named, base, targets) }],
      )
      .map(({ version: _, ...set }) => set),
  );
}

function pick(values: Values, names: readonly string[]): Values {
  return Object.fromEntries(names.filter((name) => name in values).map((name) => [name, values[name]]));
}

function versioned(named: readonly string[], base: Values, { expectedVersion }: Targets): Values {
  return named.includes('expectedVersion') ? { expectedVersion: base.version ?? expectedVersion } : {};
}

function choices(fieldName: string, arg: GraphQLArgument, targets: Targets, word: string): unknown[] {
  const type = getNamedType(arg.type);
  if (isInputObjectType(type)) return [inputValue(type.name, word, inputIds(targets))];
  if (isEnumType(type)) return type.getValues().map(({ name }) => name);
  if (arg.name === 'cursor') return [null, ...targets.cursors];
  if (arg.name === 'limit') return [constraintOf(arg).max ?? 100];
  // What is planted stands at it, so that the refusal is about the tenant and not about the revision.
  if (arg.name === 'expectedRevision') return [null, 1];
  // The project that a subscription narrows itself to.
  if (arg.name === 'projectId') return [null, ...idsOf(targets, 'Project').slice(0, 1)];
  const names = targets.names[arg.name];
  if (names) return [...names];
  throw new Error(
    `No value is known for the argument ${arg.name} of ${fieldName}: add it to isolation-values.testing.ts.`,
  );
}

const idsOf = ({ entities }: Targets, entity: string) => (entities[entity] ?? []).map(({ id }) => id);

/** Inputs that name things name the targets' own. */
const inputIds = (targets: Targets): Values => ({
  tenantId: targets.names.tenantId?.[0],
  coverAssetId: idsOf(targets, 'Asset')[0],
  inspirationIds: idsOf(targets, 'Inspiration'),
  assetIds: idsOf(targets, 'Asset'),
});
