/** What a rule of the checker is. */
import type { AnyNode } from 'acorn';
import type { Site } from '../syntax.ts';

export interface Finding {
  node: AnyNode;
  reason: string;
}

export interface Rule {
  name: string;
  find(sites: Sites): Finding[];
}

/** The sites of a module, by the type of their node. */
export class Sites {
  readonly #byType = new Map<string, Site[]>();

  constructor(sites: readonly Site[]) {
    for (const site of sites) {
      const known = this.#byType.get(site.node.type);
      if (known === undefined) this.#byType.set(site.node.type, [site]);
      else known.push(site);
    }
  }

  /** Those of the types given, in the order of the types and the text. */
  of(...types: AnyNode['type'][]): Site[] {
    return types.flatMap((type) => this.#byType.get(type) ?? []);
  }
}

/** A rule that looks at the nodes of some types, one at a time; `test` answers the reason or null. */
export function rule(name: string, types: AnyNode['type'][], test: (site: Site) => string | null): Rule {
  return {
    name,
    find: (sites) =>
      sites.of(...types).flatMap((site) => {
        const reason = test(site);
        return reason === null ? [] : [{ node: site.node, reason }];
      }),
  };
}

export const FUNCTION_TYPES: AnyNode['type'][] = [
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
];
