/** Namespaces that AWS has and the local runtime has not: each member stops the handler and says its name. */
import { notImplemented } from './evaluation.ts';

export function unavailable(namespace: string, members: readonly string[]): Record<string, () => never> {
  return Object.fromEntries(members.map((name) => [name, () => notImplemented(`${namespace}.${name}`)]));
}
