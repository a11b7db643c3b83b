/** The search page behind an HTTP API. The global `fetch` keeps its connections alive. */
import { pathToFileURL } from 'node:url';
import { environment } from '#api/functions/environment.ts';
import { loadRenderer } from '../publisher/renderer.ts';
import { createSearchPage } from './search-page.ts';
import { lambda } from '#api/observability/function.lambda.ts';
import { log } from '#api/observability/telemetry.ts';

const env = environment(['GRAPHQL_API_KEY', 'GRAPHQL_URL', 'MEDIA_ORIGIN', 'PAGES_FOLDER', 'PUBLIC_ORIGIN']);
const { PUBLIC_ORIGIN: origin, MEDIA_ORIGIN: mediaOrigin } = env;

const renderer = await loadRenderer({
  dir: pathToFileURL(env.PAGES_FOLDER),
  site: { origin, media: mediaOrigin === origin ? '' : mediaOrigin },
  replaceable: false,
});

export const handler = lambda(
  createSearchPage({
    render: (path, view) => renderer.render(path, view),
    fetch,
    graphqlUrl: env.GRAPHQL_URL,
    apiKey: env.GRAPHQL_API_KEY,
    onError: (error) => log('error', 'search page failed', error),
  }),
);
