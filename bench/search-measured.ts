/** What one engine's process tells about itself. */
export interface Measured {
  works: number;
  facts: Array<{ name: string; value: number; unit: string }>;
  /** Milliseconds, by what was asked. */
  samples: Record<string, number[]>;
}
