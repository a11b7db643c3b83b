/** What lists repeat of an item, where functions need it as well as resolvers. */

/** What the card of a project repeats. */
export const PROJECT_CARD = [
  'slug',
  'title',
  'dateText',
  'medium',
  'coverAssetId',
  'visibility',
  'updatedAt',
  'publishedVersion',
  'publishedAt',
];
