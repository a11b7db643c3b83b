/**
 * Pages by the thousand. Answering a request costs Astro more than rendering the page: it is matched, its head is put
 * together, its cookies, caching and rewriting are looked after, and its text becomes the stream of a response. All of
 * that is the same for every page of a route. So a route's first page goes that way, and what its components are given
 * (Astro's `SSRResult`) is kept; each later page gets a copy of it with its own `locals`, and its components run.
 *
 * Pages see `Astro.locals`, `Astro.props` and slots. The rest of the `Astro` global belongs to requests and throws.
 */
import type { BaseApp } from 'astro/app';
import { renderToString } from 'astro/runtime/server/index.js';

type Factory = Parameters<typeof renderToString>[1];
type Result = Parameters<typeof renderToString>[0];
type Global = ReturnType<Result['createAstro']>;

/** A page's text, or the whole response when it is anything but a page. */
export type Page = { status: number; html: string };

/** What a route's pages have in common. */
interface Sheet {
  factory: Factory;
  result: Result;
}

const BELONG_TO_REQUESTS = [
  ...['request', 'response', 'url', 'params', 'cookies', 'session', 'site', 'slots', 'clientAddress', 'csp'],
  ...[
    'redirect',
    'rewrite',
    'originPathname',
    'routePattern',
    'currentLocale',
    'preferredLocale',
    'callAction',
  ],
];

const prototype = Object.create(
  null,
  Object.fromEntries(
    BELONG_TO_REQUESTS.map((name) => [
      name,
      {
        get() {
          throw new Error(
            `Pages are rendered without a request: Astro.${name} is not there. Use Astro.locals.`,
          );
        },
      },
    ]),
  ),
) as object;

/** Takes over the loading of pages, so it comes before the first rendering. */
export function createSheets(app: BaseApp): (path: string, locals: object) => Promise<Page> {
  const sheets = new Map<string, Sheet>();
  const routes = app.manifest.routes.map(({ routeData }) => routeData);

  for (const [component, load] of app.manifest.pageMap ?? []) {
    let loaded: ReturnType<typeof load> | undefined;
    app.manifest.pageMap?.set(component, () => (loaded ??= load().then((page) => watched(page, component))));
  }

  /** The page's module, whose component leaves what it is given as the sheet of its route. */
  function watched<Module extends { page: () => Promise<unknown> }>(
    module: Module,
    component: string,
  ): Module {
    let page: Promise<unknown> | undefined;
    const load = async () => {
      const instance = (await module.page()) as { default: Factory };
      const factory = instance.default;
      const noted = (result: Result, ...rest: unknown[]) => {
        if (!sheets.has(component)) sheets.set(component, { factory, result: copyOf(result) });
        return (factory as (...given: unknown[]) => unknown)(result, ...rest);
      };
      return { ...instance, default: Object.assign(noted, factory) };
    };
    return { ...module, page: () => (page ??= load()) };
  }

  return async (path, locals) => {
    const route = routes.find(({ pattern }) => pattern.test(path));
    const sheet = route && sheets.get(route.component);
    if (sheet) {
      const html = await renderToString(resultFor(sheet.result, locals), sheet.factory, {}, {}, true, route);
      if (typeof html === 'string') return { status: 200, html };
    }
    const request = new Request(`https://site.invalid${path}`);
    const response = await app.render(request, { locals, routeData: app.match(request) });
    return { status: response.status, html: await response.text() };
  };
}

/** What one page is given: the sheet's, with locals of its own. */
function resultFor(sheet: Result, locals: object): Result {
  const page = Object.assign(Object.create(prototype) as object, { locals });
  return {
    ...copyOf(sheet),
    createAstro: (props) =>
      Object.assign(Object.create(page) as object, { props, self: null }) as unknown as Global,
  };
}

/** A copy that rendering may change: it fills sets and lists, some of them in `_metadata`. */
function copyOf(result: Result): Result {
  return { ...copyOfLists(result), _metadata: copyOfLists(result._metadata) };
}

function copyOfLists<T extends object>(given: T): T {
  const copied = { ...given };
  for (const name in copied) {
    const value: unknown = copied[name];
    if (value instanceof Set) copied[name] = new Set(value) as never;
    else if (Array.isArray(value)) copied[name] = [...(value as unknown[])] as never;
  }
  return copied;
}
