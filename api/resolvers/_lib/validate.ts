import { util } from '@aws-appsync/utils';
import { patternFix } from './pattern-fix.ts';
import { shownText } from './shown.ts';

/** Limits on one argument or input field. On a list `maxItems` limits the list, the others each entry. */
export interface Rule {
  /** Null is refused: the value may be changed but not cleared. */
  notNull?: boolean;
  minLength?: number;
  maxLength?: number;
  /** A regular expression that says the same in Java and JavaScript, searched or matched as a whole. */
  pattern?: string;
  min?: number;
  max?: number;
  maxItems?: number;
  /** Limits on the fields of a nested input. */
  fields?: Rules;
}

/** Limits by the name of the argument or input field. */
export type Rules = Record<string, Rule>;

/** One violation: where, what came (as JSON, cut after 80 characters) and what to send instead. */
export interface Problem {
  field: string;
  received: string;
  fix: string;
}

interface Step {
  rules: Rules;
  values: Record<string, unknown>;
  path: string;
}

/** Inputs nest by arguments, input, entry; each level is one pass, since APPSYNC_JS has no recursion. */
const LEVELS = [0, 1, 2, 3];

const MOST_PROBLEMS = 10;

/**
 * Text that cannot be stored as it came: U+0000, or half a surrogate pair. It reads the same with engines that step by
 * code units (JavaScript) and by code points (Java).
 */
const BROKEN_TEXT =
  '^[\\s\\S]*(?:\\x00|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF])[\\s\\S]*';

/**
 * Checks arguments or an input against its limits, before anything is read or written. The first violation becomes the
 * error `BadInput`; `errorInfo` holds its `field`, `received` and `fix`, and up to ten `problems` of the same shape.
 *
 * @param rules Limits from `rules.gen.ts`, for example `mutationCreateProjectArguments`.
 * @param value What came, already coerced to its GraphQL types.
 * @param path Where `value` stands, for example `input`; empty for the arguments themselves.
 */
export function validate(rules: Rules, value: object, path: string): void {
  const problems = violations(rules, value, path);
  if (problems.length > 0) {
    const { field, received, fix } = problems[0] as Problem;
    const listed = problems.slice(0, MOST_PROBLEMS);
    util.error(`${field} ${fix}. Received: ${received}.`, 'BadInput', null, {
      field,
      received,
      fix,
      problems: listed,
    });
  }
}

/** Every violation, in the order of the levels; empty when all is well. */
function violations(rules: Rules, value: object, path: string): Problem[] {
  const problems: Problem[] = [];
  let steps: Step[] = [{ rules, values: value as Record<string, unknown>, path }];
  LEVELS.forEach(() => {
    const nested: Step[] = [];
    steps.forEach((step) => {
      for (const name in step.values) {
        const field = step.path === '' ? name : `${step.path}.${name}`;
        checkField(step.rules[name] ?? {}, step.values[name], field, problems, nested);
      }
    });
    steps = nested;
  });
  return problems;
}

function checkField(rule: Rule, value: unknown, field: string, problems: Problem[], nested: Step[]): void {
  if (value === null || value === undefined) {
    if (rule.notNull === true && value === null) {
      problems.push({
        field,
        received: 'null',
        fix: 'can be changed, not cleared: send a value or leave it out',
      });
    }
  } else if (Array.isArray(value)) {
    const items: unknown[] = value;
    if (rule.maxItems !== undefined && items.length > rule.maxItems) {
      const fix = `must have at most ${rule.maxItems} entries`;
      problems.push({ field, received: `${items.length} entries`, fix });
    } else {
      items.forEach((item, index) => checkEntry(rule, item, `${field}[${index}]`, problems, nested));
    }
  } else {
    checkEntry(rule, value, field, problems, nested);
  }
}

function checkEntry(rule: Rule, value: unknown, field: string, problems: Problem[], nested: Step[]): void {
  if (typeof value === 'string') {
    checkText(rule, value, field, problems);
  } else if (typeof value === 'number') {
    checkNumber(rule, value, field, problems);
  } else if (typeof value === 'object' && value !== null) {
    nested.push({ rules: rule.fields ?? {}, values: value as Record<string, unknown>, path: field });
  }
}

function checkText(rule: Rule, value: string, field: string, problems: Problem[]): void {
  const fix = textFix(rule, value);
  if (fix !== '') {
    problems.push({ field, received: shownText(value), fix });
  }
}

/** How the contract's pattern of a SHA-256 begins. */
const SHA256 = '^[A-Za-z0-9+/]{43}=';

function textFix(rule: Rule, value: string): string {
  if (rule.pattern?.startsWith(SHA256) && !util.matches(rule.pattern, value)) {
    const wanted = "must be the base64 of the SHA-256's 32 bytes: 44 characters, the last one =";
    return util.matches('^[0-9A-Fa-f]{64}$', value)
      ? `${wanted}. These are its hexadecimal digits: turn them into bytes first, as Buffer.from(hex, 'hex').toString('base64') does`
      : wanted;
  }
  if (rule.minLength !== undefined && value.length < rule.minLength) {
    return rule.minLength === 1 ? 'must not be empty' : `must have at least ${rule.minLength} characters`;
  }
  if (rule.maxLength !== undefined && value.length > rule.maxLength) {
    return `must have at most ${rule.maxLength} characters`;
  }
  if (util.matches(BROKEN_TEXT, value)) {
    return 'must be text without U+0000 and without half surrogate pairs';
  }
  if (rule.pattern !== undefined && !util.matches(rule.pattern, value)) {
    return patternFix(rule.pattern);
  }
  return '';
}

function checkNumber(rule: Rule, value: number, field: string, problems: Problem[]): void {
  if (rule.min !== undefined && value < rule.min) {
    problems.push({ field, received: `${value}`, fix: `must be at least ${rule.min}` });
  } else if (rule.max !== undefined && value > rule.max) {
    problems.push({ field, received: `${value}`, fix: `must be at most ${rule.max}` });
  }
}
