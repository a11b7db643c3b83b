/** Fields of words, from the most telling to the least, and what a word in them weighs: in both twins the same. */
export const WEIGHTS = {
  title: 3,
  altTitles: 4,
  people: 2,
  tags: 3,
  medium: 1,
  summary: 1.5,
  body: 1.5,
  context: 0.8,
} as const;
export type TextField = keyof typeof WEIGHTS;
export const TEXT_FIELDS = Object.keys(WEIGHTS) as TextField[];
