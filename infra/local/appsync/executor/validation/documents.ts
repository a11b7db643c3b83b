import type { DocumentNode, FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { parse, validate } from 'graphql';
import type { ErrorEntry } from '../errors.ts';
import { locationsOf } from '../errors.ts';
import { expansionOf } from './expansion.ts';
import { cycleRules, validationRules } from './rules.ts';

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
  /** @throws GraphQLError when the text is not GraphQL. @throws ExpansionError when it selects too much. */
  prepare(text: string): PreparedDocument;
}

const CAPACITY = 500;
/** The limit of graphql-java, which AppSync runs: `ParserOptions.MAX_QUERY_TOKENS`. */
const MOST_TOKENS = 15_000;

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
  const document = parse(text, { maxTokens: MOST_TOKENS });
  const operations: OperationDefinitionNode[] = [];
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === 'OperationDefinition') operations.push(definition);
    if (definition.kind === 'FragmentDefinition') fragments.set(definition.name.value, definition);
  }
  const expansion = expansionOf(document, fragments);
  const rules = expansion === null ? cycleRules() : validationRules(introspection);
  const errors = validate(schema, document, rules).map((error) => ({
    path: null,
    locations: locationsOf(error),
    message: error.message,
  }));
  return { document, operations, fragments, depth: expansion?.depth ?? 0, errors };
}
