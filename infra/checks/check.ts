/**
 * `npm run check`: everything that must hold besides the tests. Prints a line as each check ends, then the findings
 * and a table. Exits with 1 when a check failed.
 */
import '../setup/node-version.mjs';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { forbiddenAstroImports } from './astro-imports.ts';
import { isGenerated, isText, repositoryFiles, ROOT } from './repository.ts';
import { refusedResolvers } from './resolvers.ts';
import { roomRules } from './rooms.ts';
import { longFiles } from './sizes.ts';
import { program, runSteps, search, type Result } from './step.ts';
import { refusedWords } from './words.ts';

const rooms = ['api', 'bench', 'content', 'infra', 'openapi', 'site'].filter((room) =>
  existsSync(join(ROOT, room)),
);

/** Programs first, the slowest ahead, so that no core waits at the end. */
const steps = [
  node(
    'lint',
    'Correct what is named; `npx eslint . --fix` does what can be done by itself.',
    'eslint/bin/eslint.js',
    '.',
  ),
  node('types', 'Correct the types named above (tsc --noEmit).', 'typescript/bin/tsc', '--noEmit', '-p', '.'),
  node('format', 'Run `npm run format`.', 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  node(
    'types of .astro files',
    'Correct the types named above.',
    'astro/bin/astro.mjs',
    'check',
    '--tsconfig',
    'tsconfig.astro.json',
  ),
  node(
    'rooms',
    'Each line names its rule; .dependency-cruiser.cjs says what to do instead.',
    'dependency-cruiser/bin/dependency-cruiser.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'err-long',
    ...rooms,
  ),
  program(
    'generated files',
    'Run `npm run generate` and commit what it writes.',
    process.execPath,
    ['api/generate/generate.ts', '--check'],
    ROOT,
  ),
  search('rooms of .astro files', 'Take the data from the page, which takes it from the publisher.', () =>
    [...texts()]
      .filter(({ path }) => path.endsWith('.astro'))
      .flatMap(({ path, text }) => forbiddenAstroImports(roomRules(), path, text)),
  ),
  search('resolvers', 'Write it with what APPSYNC_JS accepts.', () => refusedResolvers(ROOT)),
  search('file sizes', 'Split the file by what its parts do.', () => longFiles(texts())),
  search('words', 'Take them out; each line says what to write instead.', () => refusedWords(texts())),
];

function node(name: string, advice: string, script: string, ...args: string[]) {
  return program(name, advice, process.execPath, [join(ROOT, 'node_modules', script), ...args], ROOT);
}

/** The text that people write, file by file. */
function* texts(): Generator<{ path: string; text: string }> {
  for (const path of repositoryFiles()) {
    if (isText(path) && !isGenerated(path)) yield { path, text: readFileSync(join(ROOT, path), 'utf8') };
  }
}

function line({ step, passed, milliseconds }: Result): string {
  return `${passed ? 'ok    ' : 'FAILED'}  ${step.name.padEnd(24)} ${(milliseconds / 1000).toFixed(1).padStart(6)} s`;
}

console.log(`${steps.length} checks, ${Math.min(availableParallelism(), steps.length)} at a time`);
const results = await runSteps(steps, availableParallelism(), (result) => console.log(line(result)));
const failed = results.filter(({ passed }) => !passed);
for (const { step, output } of failed)
  console.log(`\n--- ${step.name} ---\n${output}\nWhat to do: ${step.advice}`);
console.log(`\n${results.map(line).join('\n')}\n`);
console.log(
  failed.length === 0 ? 'All checks passed.' : `${failed.length} of ${results.length} checks failed.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
