/** The query of a request as CloudFront Functions are given it. */
import type { Value } from './cloudfront.types.ts';

/** `?a=1&a=2&b`, as it came; empty where there is none. */
export function searchOf(query: Record<string, Value>): string {
  const parts = Object.keys(query).flatMap((name) => {
    const { value, multiValue } = query[name] as Value;
    return (multiValue || [{ value }]).map((one) => (one.value === '' ? name : `${name}=${one.value}`));
  });
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}
