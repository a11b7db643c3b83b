/** Lambda@Edge has no variables, so the page lies beside the code: see `site-response.ts`. */
import { readFileSync } from 'node:fs';
import { createSiteResponse } from './site-response.ts';

export const handler = createSiteResponse(readFileSync(new URL('./not-found.html', import.meta.url)));
