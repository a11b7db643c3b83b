/** The search page on one machine: the function that is deployed, with the headers that the edge sets. */
import type { Renderer } from '#site/publisher/renderer.ts';
import { createSearchPage } from '#site/search/search-page.ts';
import { createRestHandler } from '../rest/serve.ts';
import type { Handle } from '../server.ts';
import { searchPolicy, securityHeaders } from './headers.ts';

export interface SearchHandlerOptions {
  renderer: Pick<Renderer, 'render'>;
  /** Calls the local AppSync in process. */
  callApi: (request: Request) => Promise<Response>;
  graphqlUrl: string;
  apiKey: string;
  onError: (error: unknown) => void;
}

export function createSearchHandler(options: SearchHandlerOptions): Handle {
  const { renderer, callApi, graphqlUrl, apiKey, onError } = options;
  const page = createSearchPage({
    render: (path, view) => renderer.render(path, view),
    fetch: (address, init) => callApi(new Request(address, init)),
    graphqlUrl,
    apiKey,
    onError,
  });
  const headers = securityHeaders('/search/', { '/search/': searchPolicy() }, false);
  return createRestHandler(async (event) => {
    const answer = await page(event);
    return { ...answer, headers: { ...headers, ...answer.headers } };
  });
}
