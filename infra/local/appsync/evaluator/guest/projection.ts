/** `projection: ['id', 'tags[0].name']` to a DynamoDB projection expression. */
import type { Expression } from './filter-expression.ts';
import { nativeSplit } from './intrinsics.ts';

/** Undefined when nothing was asked for. */
export function toProjection(paths: unknown): Omit<Expression, 'expressionValues'> | undefined {
  if (!Array.isArray(paths) || paths.length === 0) return undefined;
  const expressionNames: Expression['expressionNames'] = {};
  const segment = (text: string): string => {
    const bracket = text.indexOf('[');
    const name = bracket < 0 ? text : text.slice(0, bracket);
    expressionNames[`#${name}`] = name;
    return `#${text}`;
  };
  const expression = paths
    .map((path) => nativeSplit(String(path), '.', undefined).map(segment).join('.'))
    .join(', ');
  return { expression, expressionNames };
}
