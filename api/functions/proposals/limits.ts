/** The contract's limits on the field that a value is taken over into: what people may write, machines may. */
import {
  updateAssetInput,
  updateInspirationInput,
  updateLogEntryInput,
  updateProjectInput,
} from '../../resolvers/_lib/rules.gen.ts';
import { patternFix } from '../../resolvers/_lib/pattern-fix.ts';
import type { Rule } from '../../resolvers/_lib/validate.ts';
import type { Target } from '../../resolvers/_lib/proposal-target.ts';
import { Problem } from '../publish/problem.ts';
import type { Change } from './field-change.ts';

const RULES = {
  PROJECT: updateProjectInput,
  ASSET: updateAssetInput,
  LOG: updateLogEntryInput,
  INSPIRATION: updateInspirationInput,
};

/**
 * @param sent the values that the caller sent, where they did
 * @throws Problem `BadInput` that names `input.values`, or the one of them that does not fit
 */
export function requireFits(
  { entity, field, kind }: Target,
  { value }: Pick<Change, 'value'>,
  sent: readonly string[] = [],
): void {
  const rule = RULES[entity][field] ?? {};
  const entries = Array.isArray(value) ? (value as unknown[]) : [value];
  if (rule.maxItems !== undefined && entries.length > rule.maxItems) {
    throw refusal(`must leave at most ${rule.maxItems} entries in ${field}`, `${entries.length} entries`);
  }
  const ofEntry = kind === 'FACTS' ? (rule.fields?.value ?? {}) : rule;
  for (const entry of entries) {
    const text = typeof entry === 'string' ? entry : (entry as { value: string }).value;
    const fix = fixOf(ofEntry, text);
    if (fix === null) continue;
    const at = sent.indexOf(text);
    throw refusal(fix, JSON.stringify(text.slice(0, 80)), at < 0 ? VALUES : `${VALUES}[${at}]`);
  }
}

function fixOf({ minLength, maxLength, pattern }: Rule, text: string): string | null {
  if (minLength !== undefined && text.length < minLength) return 'must not be empty';
  if (maxLength !== undefined && text.length > maxLength) return `must have at most ${maxLength} characters`;
  if (pattern !== undefined && !new RegExp(pattern, 'v').test(text)) return patternFix(pattern);
  return null;
}

const VALUES = 'input.values';

const refusal = (fix: string, received: string, field = VALUES): Problem =>
  new Problem('BadInput', `${field} ${fix}. Received: ${received}.`, { field, received, fix });
