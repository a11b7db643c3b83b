/** Home and the list of portfolios, in the store. */
import type { Tools } from './entities.ts';
import { frontOf } from './lists.ts';
import { storePath } from './outputs.ts';
import { directoryPath } from '../looks/address.ts';

/** Writes them; pages of the list beyond its end go. @returns store paths whose bytes changed */
export async function publishFront({ content, store, write }: Tools): Promise<string[]> {
  const { outputs, count } = await frontOf(content);
  const changed = await write(outputs);
  const beyond: string[] = [];
  for await (const path of store.list('portfolios/')) {
    const number = Number(/^portfolios\/(\d+)\/$/.exec(path)?.[1] ?? 1);
    if (number > count) beyond.push(path);
  }
  return [...changed, ...(await store.remove(beyond.filter((path) => path !== storePath(directoryPath(1)))))];
}
