/** What the parts of the pattern compiler share. */

/** A value of an event that holds no others. */
export type Leaf = string | number | boolean | null;
export type LeafTest = (leaf: Leaf) => boolean;

/** A pattern that EventBridge would refuse, with its reason and where it stands. */
export class InvalidEventPatternException extends Error {
  override name = 'InvalidEventPatternException';
  readonly path: string;

  constructor(reason: string, path: string[], received: unknown) {
    const where = path.join('.') || 'the top';
    super(`Event pattern is not valid. Reason: ${reason} at ${where}. Received: ${JSON.stringify(received)}`);
    this.path = path.join('.');
  }
}
