/**
 * Lambda@Edge, origin response of the site's behaviours: what S3 behind OAC says of a page becomes what a reader is
 * told, as S3's website endpoint would and the local server does. An object that the site store wrote as a redirect is a
 * 301, and what is not there is our own page with status 404. CloudFront's error pages could do the latter, but they are
 * of a whole distribution and would replace the answers of REST.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-updating-http-responses.html
 */
import type {
  CloudFrontHeaders,
  CloudFrontResponseEvent,
  CloudFrontResponseResult,
  CloudFrontResultResponse,
} from 'aws-lambda';

/** How S3 hands an object's redirect over. */
const LOCATION = 'x-amz-website-redirect-location';
/** Headers that a function must leave as they are: without them CloudFront answers 502. */
const READ_ONLY = ['transfer-encoding', 'via'];
/** What is not there now may be published in a minute, and no invalidation names what the edge kept as missing. */
export const NOT_FOUND_CACHE = 'public, max-age=0, s-maxage=60, must-revalidate';
/** A generated answer with its headers: "Quotas on Lambda@Edge". */
const MAXIMUM_BYTES = 1_048_576;
const ROOM_FOR_HEADERS = 16_384;

/**
 * @param page bytes of our 404 page, HTML in UTF-8
 * @throws Error when the page is longer than Lambda@Edge may answer
 */
export function createSiteResponse(page: Uint8Array) {
  if (page.byteLength > MAXIMUM_BYTES - ROOM_FOR_HEADERS) {
    throw new Error(
      `The 404 page may be ${MAXIMUM_BYTES - ROOM_FOR_HEADERS} bytes long. Received: ${page.byteLength}`,
    );
  }
  const body = Buffer.from(page).toString('utf8');
  return async (event: CloudFrontResponseEvent): Promise<CloudFrontResponseResult> => {
    const [record] = event.Records;
    if (record === undefined) throw new Error('CloudFront hands over one record. Received: none.');
    const { request, response } = record.cf;
    const location = response.headers[LOCATION]?.[0]?.value;
    if (location !== undefined) return redirect(response.headers, location);
    // 403 is S3's word for what a policy hides; that it is there is nobody's business.
    if (response.status !== '404' && response.status !== '403') return response;
    return {
      status: '404',
      statusDescription: 'Not Found',
      headers: {
        ...readOnly(response.headers),
        'content-type': [{ key: 'Content-Type', value: 'text/html; charset=utf-8' }],
        'cache-control': [{ key: 'Cache-Control', value: NOT_FOUND_CACHE }],
      },
      ...(request.method !== 'HEAD' && { body, bodyEncoding: 'text' as const }),
    };
  };
}

function redirect(headers: CloudFrontHeaders, location: string): CloudFrontResultResponse {
  const cache = headers['cache-control'];
  return {
    status: '301',
    statusDescription: 'Moved Permanently',
    headers: {
      ...readOnly(headers),
      location: [{ key: 'Location', value: location }],
      ...(cache && { 'cache-control': cache }),
    },
  };
}

const readOnly = (headers: CloudFrontHeaders): CloudFrontHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => READ_ONLY.includes(name)));
