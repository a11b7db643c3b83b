/** Stands for Astro's content collections in the layout: pages come from the publisher, and there are none here. */

export const getCollection = async (): Promise<never[]> => [];
export const getEntry = async (): Promise<undefined> => undefined;

/** @throws Error always: there is nothing to render */
export const render = async (entry: { id: string }): Promise<never> => {
  throw new Error(`The documentation has no collection to render from. Received: ${entry.id}`);
};
