/** Source files stay small enough to be read in one go. */
import type { Problem } from './problem.ts';

/** The most lines that a source file may have. */
export const MAXIMUM_LINES = 350;

const source = /\.(astro|cjs|css|js|mjs|ts|tsx)$/;

/** Source files with more lines than allowed. The schema and prose may be as long as they must. */
export function longFiles(files: Iterable<{ path: string; text: string }>): Problem[] {
  const problems: Problem[] = [];
  for (const { path, text } of files) {
    const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
    if (!source.test(path) || lines <= MAXIMUM_LINES) continue;
    problems.push({
      place: path,
      message: `Received: ${lines} lines, of at most ${MAXIMUM_LINES}. Split it by what it does.`,
    });
  }
  return problems;
}
