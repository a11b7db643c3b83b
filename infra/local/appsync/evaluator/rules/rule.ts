/** What a rule of the checker is. */
import type { AnyNode } from 'acorn';
import type { Site } from '../syntax.ts';

export interface Finding {
  node: AnyNode;
  reason: string;
}

export interface Rule {
  name: string;
  find(sites: readonly Site[]): Finding[];
}

/** A rule that looks at one node at a time; `test` answers the reason or null. */
export function rule(name: string, test: (site: Site) => string | null): Rule {
  return {
    name,
    find: (sites) =>
      sites.flatMap((site) => {
        const reason = test(site);
        return reason === null ? [] : [{ node: site.node, reason }];
      }),
  };
}
