/** CloudFront Function, viewer request: `/media/p/...` is the object `p/...`; nothing else of the bucket is served. */
import type { EdgeRequest, EdgeResponse, RequestEvent } from './cloudfront.types.ts';

const PUBLIC = '/media/p/';

export function handler({ request }: RequestEvent): EdgeRequest | EdgeResponse {
  if (request.uri.indexOf(PUBLIC) !== 0) {
    return { statusCode: 404, statusDescription: 'Not Found', headers: {} };
  }
  request.uri = request.uri.slice('/media'.length);
  return request;
}
