/** What a mutation tells its subscribers: the fields that it selected, under their own names. */
import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLOutputType,
  GraphQLSchema,
  SelectionSetNode,
} from 'graphql';
import { getNamedType, isCompositeType, isInterfaceType, isObjectType } from 'graphql';
import type { Json, JsonObject } from '../../types.ts';
import type { ChosenOperation, OperationOutcome } from '../operation.ts';

export interface MutationEvent {
  /** The field of Mutation. */
  mutation: string;
  payload: JsonObject;
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** The events of a mutation, one for each of its root fields that is an object. */
export function mutationEvents(
  { operation, prepared }: ChosenOperation,
  { reply }: OperationOutcome,
  schema: GraphQLSchema,
): MutationEvent[] {
  const { data } = reply;
  const mutationType = schema.getMutationType();
  if (data === null || !mutationType) return [];
  const fields = fieldsByKey([operation.selectionSet], prepared.fragments);
  return [...fields].flatMap(([key, nodes]) => {
    const mutation = nodes[0]?.name.value ?? '';
    const type = mutationType.getFields()[mutation]?.type;
    const value = data[key] ?? null;
    if (!type || value === null) return [];
    const payload = underFieldNames(value, type, nodes, prepared.fragments);
    return payload !== null && typeof payload === 'object' && !Array.isArray(payload)
      ? [{ mutation, payload }]
      : [];
  });
}

/** The fields of selections by response key, fragments spread. Conditions show in the data itself. */
function fieldsByKey(
  selectionSets: readonly SelectionSetNode[],
  fragments: Fragments,
  found = new Map<string, FieldNode[]>(),
): Map<string, FieldNode[]> {
  for (const { selections } of selectionSets)
    for (const selection of selections) {
      if (selection.kind === 'Field') {
        const key = selection.alias?.value ?? selection.name.value;
        found.set(key, [...(found.get(key) ?? []), selection]);
        continue;
      }
      const inner =
        selection.kind === 'InlineFragment'
          ? selection.selectionSet
          : fragments.get(selection.name.value)?.selectionSet;
      if (inner) fieldsByKey([inner], fragments, found);
    }
  return found;
}

/** Answered data with field names in place of aliases, and `__typename` where the type is certain. */
function underFieldNames(
  value: Json,
  type: GraphQLOutputType | undefined,
  nodes: readonly FieldNode[],
  fragments: Fragments,
): Json {
  const named = type ? getNamedType(type) : undefined;
  if (!isCompositeType(named) || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => underFieldNames(item, type, nodes, fragments));
  const selected = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const known = isObjectType(named) || isInterfaceType(named) ? named.getFields() : {};
  const renamed: JsonObject = isObjectType(named) ? { __typename: named.name } : {};
  for (const [key, below] of fieldsByKey(selected, fragments)) {
    const name = below[0]?.name.value;
    const answered = value[key];
    if (name === undefined || answered === undefined) continue;
    renamed[name] ??= underFieldNames(answered, known[name]?.type, below, fragments);
  }
  return renamed;
}
