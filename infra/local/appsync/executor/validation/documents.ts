import type {
  DocumentNode,
  FragmentDefinitionNode,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import { parse, validate } from 'graphql';
import type { ErrorEntry } from '../errors.ts';
import { locationsOf } from '../errors.ts';
import { validationRules } from './rules.ts';

/** A parsed and validated text. */
export interface PreparedDocument {
  document: DocumentNode;
  operations: OperationDefinitionNode[];
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Levels of the deepest operation, leaves counted. */
  depth: number;
  /** Validation errors; empty when the document may run. */
  errors: ErrorEntry[];
}

/** Documents by their text, the least recently used one leaving first. */
export interface DocumentCache {
  /** @throws GraphQLError when the text is not GraphQL. */
  prepare(text: string): PreparedDocument;
}

const CAPACITY = 500;

export function createDocumentCache(schema: GraphQLSchema, introspection: boolean): DocumentCache {
  const cache = new Map<string, PreparedDocument>();
  return {
    prepare(text) {
      const known = cache.get(text);
      if (known) {
        cache.delete(text);
        cache.set(text, known);
        return known;
      }
      const prepared = prepareDocument(schema, text, introspection);
      cache.set(text, prepared);
      if (cache.size > CAPACITY) cache.delete(cache.keys().next().value ?? text);
      return prepared;
    },
  };
}

function prepareDocument(schema: GraphQLSchema, text: string, introspection: boolean): PreparedDocument {
  const document = parse(text);
  const errors = validate(schema, document, validationRules(introspection)).map((error) => ({
    path: null,
    locations: locationsOf(error),
    message: error.message,
  }));
  const operations: OperationDefinitionNode[] = [];
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === 'OperationDefinition') operations.push(definition);
    if (definition.kind === 'FragmentDefinition') fragments.set(definition.name.value, definition);
  }
  const depth =
    errors.length > 0
      ? 0
      : Math.max(0, ...operations.map(({ selectionSet }) => depthOf(selectionSet, fragments)));
  return { document, operations, fragments, depth, errors };
}

/** Safe on valid documents only: a cycle of fragments would not end. */
function depthOf(
  selectionSet: SelectionSetNode | undefined,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): number {
  let deepest = 0;
  for (const selection of selectionSet?.selections ?? []) {
    const below =
      selection.kind === 'Field'
        ? 1 + depthOf(selection.selectionSet, fragments)
        : selection.kind === 'InlineFragment'
          ? depthOf(selection.selectionSet, fragments)
          : depthOf(fragments.get(selection.name.value)?.selectionSet, fragments);
    deepest = Math.max(deepest, below);
  }
  return deepest;
}
