import { outputs } from '#openapi/outputs.gen.ts';
import { badInput, shown, type FieldProblem } from './rest-error.ts';
import { didYouMean } from './suggestion.ts';

/** Names to keep; an empty map keeps everything below. */
export type Selection = ReadonlyMap<string, Selection>;

type MutableSelection = Map<string, MutableSelection>;

/** Reads `fields=a,b.c` against the type that is answered; refuses names that it does not have. */
export function parseFields(text: string, type: string): Selection {
  const paths = text.split(',').map((path) => path.trim().split('.'));
  const problems = paths.flatMap((path) => problemOf(path, type));
  if (problems.length > 0) throw badInput(problems.slice(0, 10));
  const root: MutableSelection = new Map();
  for (const path of paths.sort((one, other) => one.length - other.length)) keep(root, path);
  return root;
}

/** Adds a path. Shorter ones come first, so that an empty map met on the way already keeps all of it. */
function keep(root: MutableSelection, path: readonly string[]): void {
  let node = root;
  for (const name of path) {
    const existing = node.get(name);
    if (existing?.size === 0) return;
    const child: MutableSelection = existing ?? new Map<string, MutableSelection>();
    node.set(name, child);
    node = child;
  }
}

function problemOf(path: readonly string[], type: string): FieldProblem[] {
  let of = type;
  for (const name of path) {
    const fields = outputs[of];
    if (fields === undefined || !Object.hasOwn(fields, name))
      return [unknownField(path.join('.'), name, of, fields)];
    of = fields[name] ?? '';
  }
  return [];
}

function unknownField(
  path: string,
  name: string,
  type: string,
  fields: Readonly<Record<string, string>> | undefined,
): FieldProblem {
  const fix =
    fields === undefined
      ? 'End the name earlier: it is a plain value.'
      : `Use names of ${type}.${didYouMean(name, Object.keys(fields))}`;
  return { field: 'fields', received: shown(path), fix };
}

/** The value with the selected members only; lists are pruned entry by entry. */
export function prune(value: unknown, selection: Selection): unknown {
  if (selection.size === 0 || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item: unknown) => prune(item, selection));
  const members = value as Record<string, unknown>;
  const kept: Record<string, unknown> = {};
  for (const [name, below] of selection) {
    if (Object.hasOwn(members, name)) kept[name] = prune(members[name], below);
  }
  return kept;
}
