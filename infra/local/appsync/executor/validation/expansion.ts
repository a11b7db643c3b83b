/**
 * How large a document is once its fragments are spread. A text of 1 kB can say exponentially much: fragments that
 * spread one another twice double with each level. Nothing may walk a document, spread by spread, before this was asked.
 */
import type { DocumentNode, FragmentDefinitionNode, SelectionSetNode } from 'graphql';

/** The most fields that all operations of a document may select together, fragments spread. */
export const MOST_FIELDS = 10_000;

export interface Expansion {
  /** Selected fields, each as often as fragments bring it. */
  fields: number;
  /** Levels of fields, leaves counted. */
  depth: number;
}

/** A document that selects more than `MOST_FIELDS`. */
export class ExpansionError extends Error {
  override name = 'ExpansionError';
}

/** What a fragment spreads to; `null` while that is being found out, so that meeting it again is a cycle. */
type Known = Map<string, Expansion | null>;

/**
 * Measures the operations together, each fragment once: the work is linear in the document.
 *
 * @returns null when fragments form a cycle, so that there is no end to what they spread to.
 * @throws ExpansionError when there are more than `MOST_FIELDS` fields.
 */
export function expansionOf(
  { definitions }: DocumentNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Expansion | null {
  const known: Known = new Map();
  const whole: Expansion = { fields: 0, depth: 0 };
  let cyclic = false;
  // Fragments that no operation spreads are asked too: rules that walk them would not come out of a cycle either.
  for (const definition of definitions) {
    if (definition.kind !== 'OperationDefinition' && definition.kind !== 'FragmentDefinition') continue;
    const own =
      definition.kind === 'FragmentDefinition'
        ? expandFragment(definition.name.value, fragments, known)
        : expand(definition.selectionSet, fragments, known);
    if (own === null) cyclic = true;
    else if (definition.kind === 'OperationDefinition') {
      whole.fields += own.fields;
      whole.depth = Math.max(whole.depth, own.depth);
    }
  }
  if (cyclic) return null;
  if (whole.fields > MOST_FIELDS)
    throw new ExpansionError(
      `The document selects ${whole.fields} fields once its fragments are spread, and at most ${MOST_FIELDS} are executed. Select less, or send several requests.`,
    );
  return whole;
}

function expandFragment(
  name: string,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  known: Known,
): Expansion | null {
  const found = known.get(name);
  if (found !== undefined) return found;
  const fragment = fragments.get(name);
  // Validation tells of a fragment that is not there.
  if (fragment === undefined) return { fields: 0, depth: 0 };
  known.set(name, null);
  const own = expand(fragment.selectionSet, fragments, known);
  known.set(name, own);
  return own;
}

function expand(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  known: Known,
): Expansion | null {
  const whole: Expansion = { fields: 0, depth: 0 };
  for (const selection of selections) {
    const below =
      selection.kind === 'FragmentSpread'
        ? expandFragment(selection.name.value, fragments, known)
        : selection.selectionSet
          ? expand(selection.selectionSet, fragments, known)
          : { fields: 0, depth: 0 };
    if (below === null) return null;
    const own = selection.kind === 'Field' ? 1 : 0;
    whole.fields += own + below.fields;
    whole.depth = Math.max(whole.depth, own + below.depth);
  }
  return whole;
}
