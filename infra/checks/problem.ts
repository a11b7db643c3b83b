/** One finding of a check, with where it is and what to do about it. */
export interface Problem {
  /** Relative to the repository, with `:line` where it is known. */
  place: string;
  message: string;
}

/** One line a problem, as compilers print them. */
export function formatProblems(problems: readonly Problem[]): string {
  return problems.map(({ place, message }) => `${place} ${message}`).join('\n');
}
