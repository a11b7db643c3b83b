/**
 * Which index of a scope is in use: an alias. Another alias names the one that a rebuild fills beside it, and every
 * writer puts changes into both, from whatever process.
 */
import { OpenSearchRefusal, type Send } from './aws-client.ts';
import { putPipeline } from './aws-pipeline.ts';
import { putTemplate, type TemplateOptions } from './aws-template.ts';
import type { Scope } from './port.ts';

export interface Aliases {
  /** Asked and written. */
  use: string;
  /** Filled by a rebuild. */
  filling: string;
  /** Puts the pipeline, and makes template, index and alias where they are missing. */
  made(): Promise<void>;
  /** Whether a rebuild goes on. */
  isFilling(): Promise<boolean>;
  /** A new index to be filled; one that was being filled is dropped. @returns its name */
  begin(): Promise<string>;
  /** The filled index comes into use, the one before is dropped. @throws Error when it is not being filled */
  finish(index: string): Promise<void>;
  /** @throws Error when it is not being filled */
  abort(index: string): Promise<void>;
  /** @throws Error when it is not being filled */
  mustFill(index: string): Promise<void>;
}

export function aliasesOf(send: Send, scope: Scope, options: TemplateOptions): Aliases {
  const use = `${options.prefix}-${scope}`;
  const filling = `${use}-filling`;
  let making: Promise<void> | undefined;

  async function indexesOf(alias: string): Promise<string[]> {
    const found = await send<Record<string, unknown>>({ method: 'GET', path: `/_alias/${alias}` });
    return Object.keys(found ?? {}).filter((name) => name.startsWith(`${use}-`));
  }

  async function make(): Promise<void> {
    await putPipeline(send, options.prefix);
    if ((await indexesOf(use)).length > 0) return;
    await putTemplate(send, options);
    try {
      await send({ method: 'PUT', path: `/${use}-1`, body: { aliases: { [use]: {} } } });
    } catch (error) {
      // Another writer was faster.
      const made = error instanceof OpenSearchRefusal && error.message.includes('already_exists');
      if (!made) throw error;
    }
  }

  async function mustFill(index: string): Promise<void> {
    if ((await indexesOf(filling))[0] === index) return;
    throw new Error(`Another rebuild of the ${scope} index has begun, or this one is over: begin again.`);
  }

  const drop = (index: string): Promise<unknown> => send({ method: 'DELETE', path: `/${index}` });
  const change = (...actions: object[]): Promise<unknown> =>
    send({ method: 'POST', path: '/_aliases', body: { actions } });

  return {
    use,
    filling,
    mustFill,
    made: () =>
      (making ??= make().catch((error: unknown) => {
        making = undefined;
        throw error;
      })),
    isFilling: async () => (await indexesOf(filling)).length > 0,
    async begin() {
      await putTemplate(send, options);
      const used = await indexesOf(use);
      const unfinished = await indexesOf(filling);
      const numbers = [...used, ...unfinished].map((name) => Number(name.slice(use.length + 1)));
      const index = `${use}-${Math.max(0, ...numbers) + 1}`;
      await send({ method: 'PUT', path: `/${index}` });
      await change(...unfinished.map((name) => ({ remove: { index: name, alias: filling } })), {
        add: { index, alias: filling },
      });
      for (const name of unfinished) await drop(name);
      return index;
    },
    async finish(index) {
      await mustFill(index);
      const used = await indexesOf(use);
      await change(
        ...used.map((name) => ({ remove: { index: name, alias: use } })),
        { remove: { index, alias: filling } },
        { add: { index, alias: use } },
      );
      for (const name of used) await drop(name);
    },
    async abort(index) {
      await mustFill(index);
      await change({ remove: { index, alias: filling } });
      await drop(index);
    },
  };
}
