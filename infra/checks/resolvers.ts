/** Whether AppSync would take every resolver: as it is written, and as it is bundled for deployment. */
import { readFileSync, readdirSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { bundleText } from '../local/appsync/evaluator/bundle.ts';
import { checkResolverCode, type Violation } from '../local/appsync/evaluator/check.ts';
import type { Problem } from './problem.ts';

const FOLDER = 'api/resolvers';

/** Rules about a module as a whole, which hold for the bundle only: a source imports its own libraries. */
const bundleOnly = new Set(['handlers', 'no-unknown-imports', 'no-disallowed-exports']);

/** What AppSync would refuse in the resolvers below `root`. */
export function refusedResolvers(root: string): Problem[] {
  const sources = readdirSync(join(root, FOLDER), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/\.(test|testing)\.ts$/.test(path))
    .map((path) => `${FOLDER}/${path}`)
    .sort();
  const written = sources.flatMap((path) =>
    checkResolverCode({
      name: path,
      file: path,
      code: javaScript(readFileSync(join(root, path), 'utf8')),
    }).filter(({ rule }) => !bundleOnly.has(rule)),
  );
  const entries = sources.filter((path) => !path.startsWith(`${FOLDER}/_lib/`));
  const bundled = entries.flatMap((path) =>
    checkResolverCode({ name: path, file: `${path} (bundled)`, code: bundleText(join(root, path)) }),
  );
  return [...written, ...bundled].map(problem);
}

/** The source without its types; lines and columns stay where they are. */
function javaScript(source: string): string {
  return stripTypeScriptTypes(source, { mode: 'strip' });
}

function problem({ file, line, column, reason, rule }: Violation): Problem {
  return { place: `${file}:${line}:${column}`, message: `${reason} (${rule})` };
}
