/** What the checker found, and how it is told. */
import type { ResolverSource } from '../types.ts';

/** One place where AppSync would refuse the code. Lines and columns count from 1. */
export interface Violation {
  rule: string;
  reason: string;
  file: string;
  line: number;
  column: number;
}

/** One line a violation: `file:line:column  reason  (rule)`. */
export function formatViolations(violations: readonly Violation[]): string {
  return violations
    .map(({ file, line, column, reason, rule }) => `${file}:${line}:${column}  ${reason}  (${rule})`)
    .join('\n');
}

/** Thrown for code that AppSync would refuse; holds every violation. */
export class ResolverCodeError extends Error {
  readonly violations: readonly Violation[];

  constructor(source: ResolverSource, violations: readonly Violation[]) {
    super(`AppSync would refuse the code of ${source.name}:\n${formatViolations(violations)}`);
    this.name = 'ResolverCodeError';
    this.violations = violations;
  }
}
