/** Words that belong to one machine or to unfinished work, and so not into the repository. */
import type { Problem } from './problem.ts';

interface Refused {
  name: string;
  pattern: RegExp;
  advice: string;
}

/** Patterns are put together from parts, so that this file does not find itself. */
const refused: readonly Refused[] = [
  {
    name: 'path of one machine',
    pattern: new RegExp(
      `(?<![\\w.@$}/-])/(${['work', 'root', 'home/[a-z]+', 'Users/[A-Za-z]+'].join('|')})/[\\w.]`,
    ),
    advice: 'write it relative to the repository, or take it from the environment',
  },
  {
    name: 'fixed temporary path',
    pattern: /(?<![\w.@$}/-])\/tmp\/[\w.]/,
    advice: 'make a folder with mkdtemp below os.tmpdir()',
  },
  {
    name: "registry's host",
    pattern: new RegExp(
      [
        'registry\\.npmjs',
        'registry\\.yarnpkg',
        'pypi\\.org/',
        'files\\.pythonhosted',
        'repo1?\\.maven',
        'deb\\.debian',
        'static\\.crates',
        'proxy\\.golang',
      ].join('|'),
    ),
    advice: "leave the choice of registry to each client's own settings",
  },
  {
    name: 'note of unfinished work',
    pattern: new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME'].join('|')})\\b`),
    advice: 'finish it, or describe the limit in plain words',
  },
];

/** Every line of the files that holds a refused word. */
export function refusedWords(files: Iterable<{ path: string; text: string }>): Problem[] {
  const problems: Problem[] = [];
  for (const { path, text } of files) {
    for (const [index, line] of text.split('\n').entries()) {
      for (const { name, pattern, advice } of refused) {
        const found = pattern.exec(line);
        if (found === null) continue;
        problems.push({
          place: `${path}:${index + 1}`,
          message: `${name}: ${advice}. Received: ${found[0]}`,
        });
      }
    }
  }
  return problems;
}
