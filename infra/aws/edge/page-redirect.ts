/**
 * CloudFront Function, viewer response: makes a 301 of an object that the site store wrote as a redirect, which S3's
 * website endpoint would do and S3 behind OAC does not.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-to-page-redirect.html
 */
import type { EdgeResponse, ResponseEvent } from './cloudfront.types.ts';

/** How S3 hands an object's redirect over. */
const LOCATION = 'x-amz-website-redirect-location';

export function handler({ response }: ResponseEvent): EdgeResponse {
  const location = response.headers[LOCATION];
  if (location === undefined) return response;
  response.statusCode = 301;
  response.statusDescription = 'Moved Permanently';
  response.headers.location = { value: location.value };
  delete response.headers[LOCATION];
  return response;
}
