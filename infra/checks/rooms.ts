/** The rooms of `.dependency-cruiser.cjs` for files that dependency-cruiser does not read. */
import { createRequire } from 'node:module';

/** The part of a dependency-cruiser rule that speaks of paths. */
export interface RoomRule {
  name: string;
  comment: string;
  from: { path?: string; pathNot?: string };
  to: { path?: string; pathNot?: string };
}

/** The rules that paths alone decide; cycles, kinds of packages and resolution are left to dependency-cruiser. */
export function roomRules(): RoomRule[] {
  const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
    forbidden: RoomRule[];
  };
  return forbidden.filter(({ to }) => Object.keys(to).every((key) => key === 'path' || key === 'pathNot'));
}

/**
 * The rules that an import breaks.
 * @param from the importing file, relative to the repository
 * @param to the imported file, relative to the repository; a package's begins with `node_modules/<name>/`
 */
export function brokenRules(rules: readonly RoomRule[], from: string, to: string): RoomRule[] {
  return rules.filter((rule) => matches(rule.from, from) && matches(rule.to, to));
}

function matches({ path, pathNot }: RoomRule['from'], subject: string): boolean {
  if (path !== undefined && !new RegExp(path).test(subject)) return false;
  return pathNot === undefined || !new RegExp(pathNot).test(subject);
}
