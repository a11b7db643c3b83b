/**
 * Finds in resolver code what APPSYNC_JS refuses, on the syntax tree of the bundle that is deployed.
 * Rules follow https://docs.aws.amazon.com/appsync/latest/devguide/supported-features.html and
 * `@aws-appsync/eslint-plugin`; each has its file in `rules/`.
 */
import { parse } from 'acorn';
import type { Program } from 'acorn';
import type { ResolverSource } from '../types.ts';
import { functionRules } from './rules/functions.ts';
import { libraryRules } from './rules/library.ts';
import { moduleRules } from './rules/module.ts';
import { Sites } from './rules/rule.ts';
import type { Finding, Rule } from './rules/rule.ts';
import { syntaxRules } from './rules/syntax.ts';
import { sites } from './syntax.ts';
import type { Violation } from './violations.ts';

export { formatViolations, ResolverCodeError } from './violations.ts';
export type { Violation } from './violations.ts';

/** "AWS AppSync endpoints and quotas": characters in a resolver's or function's code. */
export const MAXIMUM_CODE_LENGTH = 32_768;

/** Every rule that needs the syntax tree, in the order of the guide. */
export const RULES: readonly Rule[] = [...syntaxRules, ...functionRules, ...libraryRules, ...moduleRules];

/** The syntax tree, or the one violation that there is none. */
export function parseResolver(source: ResolverSource): { program: Program | null; violations: Violation[] } {
  try {
    const program = parse(source.code, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
    return { program, violations: [] };
  } catch (reason) {
    const { loc, message } = reason as { loc?: { line: number; column: number }; message: string };
    const place = { line: loc?.line ?? 1, column: (loc?.column ?? 0) + 1 };
    const violation = { rule: 'syntax-error', reason: message, file: source.file, ...place };
    return { program: null, violations: [violation] };
  }
}

/** All violations in the order of the text. */
export function checkParsed(source: ResolverSource, program: Program): Violation[] {
  const all = new Sites(sites(program));
  const violations = RULES.flatMap((rule) =>
    rule.find(all).map(({ node, reason }: Finding) => ({
      rule: rule.name,
      reason,
      file: source.file,
      line: node.loc?.start.line ?? 1,
      column: (node.loc?.start.column ?? 0) + 1,
    })),
  );
  if (source.code.length > MAXIMUM_CODE_LENGTH) {
    violations.push({
      rule: 'code-length',
      reason: `Code may be ${MAXIMUM_CODE_LENGTH} characters long. Received: ${source.code.length}`,
      file: source.file,
      line: 1,
      column: 1,
    });
  }
  return violations.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Checks one module; an empty list means that AppSync would take it, as far as the documentation tells. */
export function checkResolverCode(source: ResolverSource): Violation[] {
  const { program, violations } = parseResolver(source);
  return program === null ? violations : checkParsed(source, program);
}
