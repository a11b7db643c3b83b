/** The search page behind an HTTP API. The global `fetch` keeps its connections alive. */
import { environment } from '#api/functions/environment.ts';
import { loadRenderer } from '../publisher/renderer.ts';
import { createSearchPage } from './search-page.ts';

const env = environment(['GRAPHQL_API_KEY', 'GRAPHQL_URL', 'MEDIA_ORIGIN', 'PUBLIC_ORIGIN']);
const { PUBLIC_ORIGIN: origin, MEDIA_ORIGIN: mediaOrigin } = env;

const renderer = await loadRenderer({
  dir: new URL('./site/', import.meta.url),
  site: { origin, media: mediaOrigin === origin ? '' : mediaOrigin },
});

export const handler = createSearchPage({
  render: (path, view) => renderer.render(path, view),
  fetch,
  graphqlUrl: env.GRAPHQL_URL,
  apiKey: env.GRAPHQL_API_KEY,
  onError: (error) => void process.stderr.write(`${String(error)}\n`),
});
