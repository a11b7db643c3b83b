/** Pages about the GraphQL API: one for each kind of thing in the schema. */
import {
  Kind,
  type ConstDirectiveNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type InputObjectTypeDefinitionNode,
  type InputValueDefinitionNode,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  type TypeNode,
} from 'graphql';
import { anchor, block, blocks, code, codeLink, table } from './markdown.ts';
import type { DocsPage } from './page.ts';

/** Where each page stands among all pages. */
const ORDER = {
  index: 300,
  queries: 310,
  mutations: 320,
  subscriptions: 330,
  types: 340,
  inputs: 350,
  enums: 360,
};

const CALLERS: Readonly<Record<string, string>> = {
  aws_api_key: 'anybody with the API key',
  aws_cognito_user_pools: 'a signed-in person',
  aws_lambda: 'a personal access token',
  aws_iam: 'the functions of the platform',
};

const SCALARS: Readonly<Record<string, string>> = {
  ID: 'An id, as text.',
  String: 'Text in UTF-8.',
  Int: 'A whole number of 32 bits.',
  Float: 'A number.',
  Boolean: '`true` or `false`.',
  AWSDateTime: 'A time as in ISO 8601 with an offset, for example `2026-05-16T08:00:00.000Z`.',
  AWSURL: 'An address, for example `https://example.org/works/1`.',
};

/**
 * Pages from the schema's text.
 * @param sdl `api/schema.graphql`
 */
export function graphqlPages(sdl: string): DocsPage[] {
  const { definitions } = parse(sdl);
  const objects: ObjectTypeDefinitionNode[] = [];
  const inputs: InputObjectTypeDefinitionNode[] = [];
  const enums: EnumTypeDefinitionNode[] = [];
  for (const definition of definitions) {
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) objects.push(definition);
    if (definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) inputs.push(definition);
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION) enums.push(definition);
  }
  const places = new Map<string, string>();
  for (const [page, nodes] of Object.entries({ types: objects, inputs, enums })) {
    for (const { name } of nodes) places.set(name.value, `/docs/graphql/${page}/#${anchor(name.value)}`);
  }
  for (const name of Object.keys(SCALARS)) places.set(name, `/docs/graphql/types/#scalars`);
  const typeLink = (type: TypeNode): string => {
    const name = named(type);
    const address = places.get(name);
    return address ? codeLink(print(type), address) : code(print(type));
  };
  const roots = ['Query', 'Mutation', 'Subscription'];
  const fieldsOf = (name: string) => objects.find((node) => node.name.value === name)?.fields ?? [];
  const calls = (root: string) => blocks(fieldsOf(root).map((field) => callText(field, typeLink)));
  const page = (
    name: Exclude<keyof typeof ORDER, 'index'>,
    title: string,
    summary: string,
    body: string,
  ): DocsPage => ({ path: `graphql/${name}`, title, summary, sortOrder: ORDER[name], body });
  const byName = <T extends { name: { value: string } }>(nodes: T[]): T[] =>
    nodes.toSorted((a, b) => (a.name.value < b.name.value ? -1 : 1));
  return [
    page('queries', 'Queries', 'Everything that GraphQL can read.', calls('Query')),
    page('mutations', 'Mutations', 'Everything that GraphQL can change.', calls('Mutation')),
    page('subscriptions', 'Subscriptions', 'Everything that GraphQL can listen to.', calls('Subscription')),
    page(
      'types',
      'Types',
      'What the API answers.',
      blocks([
        ...byName(objects.filter(({ name }) => !roots.includes(name.value))).map((node) =>
          typeText(node, typeLink),
        ),
        '## Scalars',
        table(
          ['Name', 'What it is'],
          Object.entries(SCALARS).map(([name, text]) => [code(name), text]),
        ),
      ]),
    ),
    page(
      'inputs',
      'Inputs',
      'What the API takes, with limits.',
      blocks(byName(inputs).map((node) => inputText(node, typeLink))),
    ),
    page('enums', 'Enums', 'Fixed sets of values.', blocks(byName(enums).map(enumText))),
  ];
}

type TypeLink = (type: TypeNode) => string;

const named = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : named(type.type);

function callText(field: FieldDefinitionNode, typeLink: TypeLink): string {
  const given = field.arguments ?? [];
  const signature = given.map(({ name, type, defaultValue }) => {
    const otherwise = defaultValue ? ` = ${print(defaultValue)}` : '';
    return `${name.value}: ${print(type)}${otherwise}`;
  });
  const shown =
    signature.length < 2
      ? `(${signature.join('')})`
      : `(\n${signature.map((line) => `  ${line}`).join('\n')}\n)`;
  return blocks([
    `## ${field.name.value}`,
    field.description?.value,
    block('graphql', `${field.name.value}${signature.length > 0 ? shown : ''}: ${print(field.type)}`),
    table(
      ['Argument', 'Type', 'Limits', 'What it is'],
      given.map((value) => valueRow(value, typeLink)),
    ),
    `Answers ${typeLink(field.type)}. For ${callers(field.directives)}.`,
  ]).trimEnd();
}

const typeText = (node: ObjectTypeDefinitionNode, typeLink: TypeLink): string =>
  blocks([
    `## ${node.name.value}`,
    node.description?.value,
    table(
      ['Field', 'Type', 'What it is'],
      (node.fields ?? []).map(({ name, type, description, arguments: given = [] }) => [
        code(name.value),
        typeLink(type),
        `${description?.value ?? ''}${given.length > 0 ? ` Takes ${given.map((value) => code(value.name.value)).join(', ')}.` : ''}`,
      ]),
    ),
  ]).trimEnd();

const inputText = (node: InputObjectTypeDefinitionNode, typeLink: TypeLink): string =>
  blocks([
    `## ${node.name.value}`,
    node.description?.value,
    table(
      ['Field', 'Type', 'Limits', 'What it is'],
      (node.fields ?? []).map((value) => valueRow(value, typeLink)),
    ),
  ]).trimEnd();

const enumText = (node: EnumTypeDefinitionNode): string =>
  blocks([
    `## ${node.name.value}`,
    node.description?.value,
    table(
      ['Value', 'What it means'],
      (node.values ?? []).map(({ name, description }) => [code(name.value), description?.value ?? '']),
    ),
  ]).trimEnd();

function valueRow(
  { name, type, description, directives, defaultValue }: InputValueDefinitionNode,
  typeLink: TypeLink,
) {
  const otherwise = defaultValue ? ` ${code(print(defaultValue))} when left out.` : '';
  return [code(name.value), typeLink(type), limits(directives), `${description?.value ?? ''}${otherwise}`];
}

/** What `@constraint` says, in words. */
function limits(directives: readonly ConstDirectiveNode[] = []): string {
  const found = directives.find(({ name }) => name.value === 'constraint')?.arguments ?? [];
  const value = (name: string): string | undefined => {
    const node = found.find((argument) => argument.name.value === name)?.value;
    return node && 'value' in node ? String(node.value) : undefined;
  };
  return limitText({
    minLength: value('minLength'),
    maxLength: value('maxLength'),
    min: value('min'),
    max: value('max'),
    maxItems: value('maxItems'),
    pattern: value('pattern'),
  });
}

/** Limits in words, the same for both APIs. */
export function limitText(
  limit: Partial<
    Record<'minLength' | 'maxLength' | 'min' | 'max' | 'maxItems' | 'pattern', string | undefined>
  >,
): string {
  const { minLength, maxLength, min, max, maxItems, pattern } = limit;
  const range = (low: string | undefined, high: string | undefined, unit: string): string | undefined => {
    if (low !== undefined && low === high) return `${low}${unit}`;
    if (low !== undefined && high !== undefined) return `${low} to ${high}${unit}`;
    if (high !== undefined) return `at most ${high}${unit}`;
    return low === undefined ? undefined : `at least ${low}${unit}`;
  };
  return [
    range(undefined, maxItems, ' entries'),
    range(minLength, maxLength, ' characters'),
    range(min, max, ''),
    pattern && code(pattern),
  ]
    .filter(Boolean)
    .join('; ');
}

function callers(directives: readonly ConstDirectiveNode[] = []): string {
  const names = directives.flatMap(({ name }) => CALLERS[name.value] ?? []);
  const last = names.pop() ?? CALLERS.aws_cognito_user_pools ?? '';
  return names.length > 0 ? `${names.join(', ')} or ${last}` : last;
}
