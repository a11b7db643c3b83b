/** What a client selected under a field: the source of `ctx.info` and of the filter on `util.error` data. */
import type { FieldNode, FragmentDefinitionNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql';
import { getDirectiveValues, print } from 'graphql';
import { GraphQLIncludeDirective, GraphQLSkipDirective } from 'graphql';
import type { Json, JsonObject } from '../types.ts';

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;
type Variables = Readonly<Record<string, unknown>>;

interface SelectionText {
  list: string[];
  graphql: string;
}

interface Walk {
  /** Whether a directive was met whose answer hangs on variables. */
  conditional: boolean;
  /** Fragments with the paths under which they were spread: a second time there says nothing new. */
  spread: Set<string>;
}

/** Selections whose text does not hang on variables, by the field node of a cached document. */
const constant = new WeakMap<FieldNode, SelectionText>();

/** `selectionSetList` (paths of field names, parents first) and `selectionSetGraphQL` of a field. */
export function selectionText(info: GraphQLResolveInfo): SelectionText {
  const node = info.fieldNodes[0];
  if (node === undefined) return { list: [], graphql: '' };
  const single = info.fieldNodes.length === 1;
  const known = single ? constant.get(node) : undefined;
  if (known) return known;
  const walk: Walk = { conditional: false, spread: new Set() };
  const paths = new Set<string>();
  for (const field of info.fieldNodes)
    if (field.selectionSet) collect(field.selectionSet, '', info.fragments, info.variableValues, paths, walk);
  const text: SelectionText = {
    list: [...paths],
    graphql: info.fieldNodes.map(({ selectionSet }) => (selectionSet ? print(selectionSet) : '')).join('\n'),
  };
  if (single && !walk.conditional) constant.set(node, text);
  return text;
}

function collect(
  selectionSet: SelectionSetNode,
  prefix: string,
  fragments: Fragments,
  variables: Variables,
  paths: Set<string>,
  walk: Walk,
): void {
  for (const selection of selectionSet.selections) {
    if (selection.directives?.length) {
      walk.conditional = true;
      if (getDirectiveValues(GraphQLSkipDirective, selection, variables)?.['if'] === true) continue;
      if (getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.['if'] === false) continue;
    }
    if (selection.kind === 'Field') {
      const path = prefix + selection.name.value;
      paths.add(path);
      if (selection.selectionSet)
        collect(selection.selectionSet, `${path}/`, fragments, variables, paths, walk);
      continue;
    }
    if (selection.kind === 'FragmentSpread') {
      const spread = `${selection.name.value} ${prefix}`;
      if (walk.spread.has(spread)) continue;
      walk.spread.add(spread);
    }
    const inner =
      selection.kind === 'InlineFragment'
        ? selection.selectionSet
        : fragments[selection.name.value]?.selectionSet;
    if (inner) collect(inner, prefix, fragments, variables, paths, walk);
  }
}

/** The part of `data` that the client selected: what `util.error` may show of it. */
export function filterBySelection(data: Json, info: GraphQLResolveInfo): Json {
  const { list } = selectionText(info);
  const tree: SelectionTree = {};
  for (const path of list) {
    let level = tree;
    for (const name of path.split('/')) level = level[name] ??= {};
  }
  return list.length === 0 ? data : pick(data, tree);
}

/** Selected fields by name, each with those below it. */
type SelectionTree = { [name: string]: SelectionTree };

function pick(data: Json, tree: SelectionTree): Json {
  if (Array.isArray(data)) return data.map((item) => pick(item, tree));
  if (data === null || typeof data !== 'object') return data;
  const picked: JsonObject = {};
  for (const [name, below] of Object.entries(tree)) {
    const value = data[name];
    if (value !== undefined) picked[name] = Object.keys(below).length === 0 ? value : pick(value, below);
  }
  return picked;
}
