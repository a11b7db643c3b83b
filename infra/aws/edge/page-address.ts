/** CloudFront Function, viewer request: finds the file of a page's address, since S3 behind OAC has no index pages. */
import type { EdgeRequest, EdgeResponse, RequestEvent } from './cloudfront.types.ts';
import { searchOf } from './search-of.ts';

const REDIRECTS_ARE_KEPT = 'public, max-age=0, s-maxage=86400, must-revalidate';
/** A name that nothing has: S3 says so, and `site-response.ts` makes our 404 page of that. */
const NOWHERE = '/.nothing';

/**
 * `/x/` is the file `/x/index.html`; `/x`, without an ending, is told to be `/x/`. What can be no address of ours is
 * not there: empty segments (browsers read `//host` as another site), hidden files, and `index.html` itself.
 */
export function handler({ request }: RequestEvent): EdgeRequest | EdgeResponse {
  const segments = request.uri.split('/').slice(1);
  const last = segments[segments.length - 1] || '';
  const inner = segments.slice(0, -1);
  const isStrange = (segment: string) => segment.charAt(0) === '.' || segment.indexOf('\\') !== -1;
  if (inner.some((segment) => segment === '') || segments.some(isStrange) || last === 'index.html') {
    request.uri = NOWHERE;
    return request;
  }
  if (last === '') {
    request.uri += 'index.html';
    return request;
  }
  if (last.indexOf('.') !== -1) return request;
  return {
    statusCode: 301,
    statusDescription: 'Moved Permanently',
    headers: {
      location: { value: `${request.uri}/${searchOf(request.querystring)}` },
      'cache-control': { value: REDIRECTS_ARE_KEPT },
    },
  };
}
