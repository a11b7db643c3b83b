import type { Method, Route } from '#openapi/routes.ts';

/** What stands at an address: its route of each method, and the parameters in the address. */
export interface Match<T> {
  routes: ReadonlyMap<Method, T>;
  parameters: Record<string, string>;
}

interface Node<T> {
  children: Map<string, Node<T>>;
  /** The node behind `{name}`; what it is called depends on the route. */
  parameter: Node<T> | undefined;
  /** The routes behind `{name+}`. */
  rest: Node<T> | undefined;
  routes: Map<Method, T>;
  /** Names of the parameters on the way here, in order. */
  names: string[];
}

function emptyNode<T>(): Node<T> {
  return { children: new Map(), parameter: undefined, rest: undefined, routes: new Map(), names: [] };
}

/** A tree of path segments, made once: matching costs one look-up a segment. */
export class RouteTable<T> {
  readonly #root = emptyNode<T>();

  /** Adds a row under what the caller wants back. Rows of one path must name its parameters alike. */
  add({ method, path }: Pick<Route, 'method' | 'path'>, value: T): void {
    let node = this.#root;
    const names: string[] = [];
    for (const segment of path.slice(1).split('/')) {
      const name = /^\{(\w+)(\+?)\}$/.exec(segment);
      if (name?.[1] === undefined) {
        node = getOrAdd(node.children, segment);
        continue;
      }
      names.push(name[1]);
      if (name[2] === '+') node = node.rest ??= emptyNode();
      else node = node.parameter ??= emptyNode();
    }
    node.names = names;
    node.routes.set(method, value);
  }

  /** What stands at a path whose segments are still percent-encoded; undefined when nothing does. */
  match(path: string): Match<T> | undefined {
    const segments = path.slice(1).split('/');
    const values: string[] = [];
    let node = this.#root;
    for (const [index, segment] of segments.entries()) {
      const child = node.children.get(segment);
      if (child !== undefined) {
        node = child;
        continue;
      }
      if (segment === '') return undefined;
      if (node.parameter !== undefined) {
        values.push(decodeURIComponent(segment));
        node = node.parameter;
        continue;
      }
      if (node.rest === undefined) return undefined;
      values.push(segments.slice(index).map(decodeURIComponent).join('/'));
      node = node.rest;
      break;
    }
    if (node.routes.size === 0) return undefined;
    return {
      routes: node.routes,
      parameters: Object.fromEntries(node.names.map((name, index) => [name, values[index] ?? ''])),
    };
  }
}

function getOrAdd<T>(children: Map<string, Node<T>>, segment: string): Node<T> {
  const node = children.get(segment) ?? emptyNode<T>();
  children.set(segment, node);
  return node;
}
