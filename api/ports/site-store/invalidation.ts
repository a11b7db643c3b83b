/** Paths for a CloudFront invalidation: addresses of one call, merged to wildcards when there are many. */

/** From this many on, addresses below one first segment become one wildcard: each path beyond a thousand a month is
 *  paid for, and a wildcard counts as one. */
const SINGLY = 10;
/** Wildcards in progress are limited to 15 a distribution; beyond some segments everything is named at once.
 *  https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html */
const SEGMENTS = 10;

/** @param paths store paths, without the leading slash */
export function invalidationPaths(paths: readonly string[]): string[] {
  const unique = [...new Set(paths)];
  if (unique.length <= SINGLY) return unique.map(addressOf);
  const bySegment = Map.groupBy(unique, (path) =>
    path.includes('/') ? path.slice(0, path.indexOf('/') + 1) : '',
  );
  const merged = [...bySegment].flatMap(([segment, below]) =>
    segment !== '' && below.length > 1 ? [`${addressOf(segment)}*`] : below.map(addressOf),
  );
  return merged.length > SINGLY + SEGMENTS ? ['/*'] : merged;
}

const addressOf = (path: string): string => `/${encodeURI(path)}`;
