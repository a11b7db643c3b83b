import { readdirSync, readFileSync } from 'node:fs';
import {
  getNamedType,
  isObjectType,
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  validate,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Contract } from './contract.ts';

/** One named operation of `openapi/operations/`, as the mirror runs it. */
export interface Operation {
  name: string;
  kind: 'query' | 'mutation';
  /** The operation with the fragments it uses, without needless white space. */
  document: string;
  /** Types of the variables, for example `ID!`; those with a default are written without `!`. */
  variables: Record<string, string>;
  /** The variable behind an argument of another name: `{ id: 'projectId' }`. */
  arguments: Record<string, string>;
  /** Where the answer is in `data`: `['me', 'memberships']`. */
  path: string[];
  /** Type of the answer. */
  type: string;
}

/** Reads the operations of a folder, each with the fragments of `fragmentsText`, and checks them against the contract. */
export function readOperations(folder: URL, fragmentsText: string, contract: Contract): Operation[] {
  const fragments = new Map(
    parse(fragmentsText)
      .definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  );
  return readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => {
      const definition = parse(readFileSync(new URL(name, folder), 'utf8')).definitions[0];
      if (
        definition?.kind !== Kind.OPERATION_DEFINITION ||
        definition.name?.value !== name.replace('.graphql', '')
      ) {
        throw new Error(
          `${name} must hold one operation named like the file. Received: ${definition?.kind}.`,
        );
      }
      return operation(definition, fragments, contract);
    });
}

function operation(
  node: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  contract: Contract,
): Operation {
  const name = node.name?.value ?? '';
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [node, ...[...used(node, fragments)].map((spread) => fragmentNamed(spread, fragments))],
  };
  const problems = validate(contract.schema, document);
  if (problems.length > 0)
    throw new Error(`${name}.graphql: ${problems.map(({ message }) => message).join(' ')}`);
  if (node.operation === 'subscription') throw new Error(`${name}.graphql: REST has no subscriptions.`);
  return {
    name,
    kind: node.operation,
    document: stripIgnoredCharacters(print(document)),
    variables: Object.fromEntries(
      (node.variableDefinitions ?? []).map(({ variable, type, defaultValue }) => [
        variable.name.value,
        defaultValue === undefined ? print(type) : print(type).replace(/!$/, ''),
      ]),
    ),
    arguments: renamedArguments(node),
    ...answer(node, contract),
  };
}

/** Names of the fragments that a selection uses, and those that they use. */
function used(
  node: OperationDefinitionNode | FragmentDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  found = new Set<string>(),
): Set<string> {
  visit(node, {
    FragmentSpread: ({ name }) => {
      if (found.has(name.value)) return;
      found.add(name.value);
      used(fragmentNamed(name.value, fragments), fragments, found);
    },
  });
  return found;
}

function fragmentNamed(
  name: string,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FragmentDefinitionNode {
  const fragment = fragments.get(name);
  if (fragment === undefined)
    throw new Error(`There is no fragment ${name}; one is generated for each object type.`);
  return fragment;
}

function renamedArguments(node: OperationDefinitionNode): Record<string, string> {
  const renamed: Record<string, string> = {};
  visit(node, {
    Argument: ({ name, value }) => {
      if (value.kind === Kind.VARIABLE && value.name.value !== name.value && name.value !== 'if') {
        renamed[name.value] = value.name.value;
      }
    },
  });
  return renamed;
}

/** Follows the selection down while it is a single field: that field is what REST answers. */
function answer(node: OperationDefinitionNode, { schema }: Contract): { path: string[]; type: string } {
  const path: string[] = [];
  let type: GraphQLNamedType | null | undefined =
    node.operation === 'query' ? schema.getQueryType() : schema.getMutationType();
  let only = onlyField(node.selectionSet);
  while (only !== undefined && isObjectType(type)) {
    const field: GraphQLField<unknown, unknown> | undefined = type.getFields()[only.name.value];
    if (field === undefined) break;
    path.push(field.name);
    type = getNamedType(field.type);
    only = onlyField(only.selectionSet);
  }
  return { path, type: type?.name ?? '' };
}

function onlyField(selectionSet: SelectionSetNode | undefined): FieldNode | undefined {
  const selections = selectionSet?.selections ?? [];
  const [first] = selections;
  return selections.length === 1 && first?.kind === Kind.FIELD ? first : undefined;
}
