/**
 * A filter object to AppSync's enhanced subscription filter: groups are alternatives, the filters of a group all hold.
 * Follows https://docs.aws.amazon.com/appsync/latest/devguide/extensions-js.html; every operator of a field, member of
 * an `or` and rule is an alternative, so they multiply out. Operators are not validated here, as on AWS.
 */
import { isObject } from './evaluation.ts';

export interface SubscriptionFilterEntry {
  fieldName: string;
  operator: string;
  value: unknown;
}

type Group = SubscriptionFilterEntry[];

/** Every way to take one group from `left` and one from `right`; no alternatives at all restrict nothing. */
function both(left: Group[], right: Group[]): Group[] {
  if (left.length === 0) return right;
  if (right.length === 0) return left;
  return left.flatMap((a) => right.map((b) => [...a, ...b]));
}

function fieldGroups(fieldName: string, operators: unknown): Group[] {
  if (!isObject(operators)) return [];
  return Object.entries(operators).map(([operator, value]) => [{ fieldName, operator, value }]);
}

function members(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** Fields first, then `and`, then `or`, whatever the order they are written in. */
function groups(filter: unknown, ignored: readonly string[]): Group[] {
  if (!isObject(filter)) return [];
  let result: Group[] = [];
  for (const [name, operators] of Object.entries(filter)) {
    if (name !== 'and' && name !== 'or' && !ignored.includes(name)) {
      result = both(result, fieldGroups(name, operators));
    }
  }
  if (filter['and'] !== undefined) {
    for (const member of members(filter['and'])) result = both(result, groups(member, ignored));
  }
  if (filter['or'] !== undefined) {
    result = both(
      result,
      members(filter['or']).flatMap((member) => groups(member, ignored)),
    );
  }
  return result;
}

/** Null for what is not a filter object. */
export function toSubscriptionFilter(
  filter: unknown,
  ignoredFields: unknown = [],
  rules: unknown = {},
): { filterGroup: { filters: Group }[] } | null {
  if (!isObject(filter)) return null;
  const ignored = Array.isArray(ignoredFields) ? ignoredFields.map(String) : [];
  const alternatives = isObject(rules)
    ? Object.entries(rules).flatMap(([name, operators]) => fieldGroups(name, operators))
    : [];
  return { filterGroup: both(groups(filter, ignored), alternatives).map((filters) => ({ filters })) };
}
