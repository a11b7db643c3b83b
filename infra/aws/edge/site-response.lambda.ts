/**
 * Lambda@Edge has no variables, so the page lies beside the code: see `site-response.ts`. It is not observed: there is no
 * tracing at the edge, nobody names its service there, its log would be one in each region, and CloudFront's own log has a
 * line of each request, with what came of it. CloudFront counts its errors.
 */
import { readFileSync } from 'node:fs';
import { createSiteResponse } from './site-response.ts';

export const handler = createSiteResponse(readFileSync(new URL('./not-found.html', import.meta.url)));
