/** The pages that list things: a portfolio's front and further pages, home, and the list of portfolios. */
import type { PublicContent, WorkCard } from '#api/ports/public-content/port.ts';
import type { PortfolioCard } from '#api/types.gen.ts';
import { directoryPath, docsPath, portfolioPath, worksPath } from '../looks/address.ts';
import { WORKS_A_PAGE } from '../view.ts';
import { handleOutputs, type Output, type Owner, storePath } from './outputs.ts';

/** Works on the home page. */
const RECENT = 24;
/** Portfolios on the home page, and on each page of their list. */
const PORTFOLIOS_AT_HOME = 60;
const PORTFOLIOS_A_PAGE = 500;

/** A list's pages, and how much is in it. */
export interface Overview {
  outputs: Output[];
  /** Listed works. */
  works: number;
  /** Pages that hold them, at least 1. */
  count: number;
}

/**
 * The pages of a portfolio: their cost grows with it.
 * @param known its listed works in order, where they are at hand; else every card is read
 */
export async function overviewOf(
  content: PublicContent,
  owner: Owner,
  known?: readonly WorkCard[],
): Promise<Overview> {
  const { tenantId, handle, oldHandles, profile } = owner;
  if (owner.docs) return docsOverview(owner);
  const [works, pages] = await Promise.all([known ?? content.works(tenantId), content.pages(tenantId)]);
  const count = Math.max(1, Math.ceil(works.length / WORKS_A_PAGE));
  const outputs: Output[] = [];
  for (let number = 1; number <= count; number++) {
    const address = worksPath(handle, number);
    const shown = works.slice((number - 1) * WORKS_A_PAGE, number * WORKS_A_PAGE);
    outputs.push({
      kind: 'page',
      address,
      view: {
        portfolio: {
          handle,
          profile,
          works: shown,
          pages: number === 1 ? pages : [],
          total: works.length,
          number,
          count,
        },
      },
    });
    if (number === 1) continue;
    for (const old of oldHandles)
      outputs.push({ kind: 'redirect', address: worksPath(old, number), location: address });
  }
  return { outputs: [...outputs, ...handleOutputs(owner)], works: works.length, count };
}

/** The documentation's own portfolio is the documentation. */
const docsOverview = ({ handle, oldHandles }: Owner): Overview => ({
  outputs: [handle, ...oldHandles].map((name) => ({
    kind: 'redirect',
    address: portfolioPath(name),
    location: docsPath('index'),
  })),
  works: 0,
  count: 1,
});

/** Store paths of a portfolio's pages from `first` to `last`, below all its handles. */
export function overviewPaths(handles: readonly string[], first: number, last: number): string[] {
  const paths: string[] = [];
  for (let number = first; number <= last; number++)
    for (const handle of handles) paths.push(storePath(worksPath(handle, number)));
  return paths;
}

/** Home and the list of portfolios. */
export async function frontOf(content: PublicContent): Promise<{ outputs: Output[]; count: number }> {
  const portfolios: PortfolioCard[] = [];
  for await (const { tenantId: _, ...card } of content.portfolios()) portfolios.push(card);
  const recent = (await content.recent(RECENT)).map(({ tenantId: _, ...card }) => card);
  const count = Math.max(1, Math.ceil(portfolios.length / PORTFOLIOS_A_PAGE));
  const outputs: Output[] = [];
  for (let number = 1; number <= count; number++) {
    const shown = portfolios.slice((number - 1) * PORTFOLIOS_A_PAGE, number * PORTFOLIOS_A_PAGE);
    const address = directoryPath(number);
    outputs.push({ kind: 'page', address, view: { directory: { portfolios: shown, number, count } } });
  }
  const home = { recent, portfolios: portfolios.slice(0, PORTFOLIOS_AT_HOME), total: portfolios.length };
  return { outputs: [...outputs, { kind: 'page', address: '/', view: { home } }], count };
}
