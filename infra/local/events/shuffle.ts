/** The disorder that at-least-once delivery allows, by seed: for tests. */

export interface Shuffle {
  /** The same seed gives the same disorder for the same events. */
  seed: number;
  /** Also deliver some events twice. */
  doubles: boolean;
}

/** Share of events that are delivered twice. */
const DOUBLED = 0.2;

/** Returns a function that rearranges a list, and repeats some of its items when asked to. */
export function arranger({ seed, doubles }: Shuffle): <Item>(items: Item[]) => Item[] {
  const random = mulberry32(seed);
  return (items) => {
    const arranged = [...items, ...(doubles ? items.filter(() => random() < DOUBLED) : [])];
    for (let at = arranged.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1));
      [arranged[at], arranged[other]] = [arranged[other]!, arranged[at]!];
    }
    return arranged;
  };
}

/** A small generator of numbers from 0 to 1 with 32 bits of state. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
