/** Which index answers an order, and in which direction. */
export const COLLECTION_ORDERS: Record<string, { index: string; forward: boolean }> = {
  CHANGED_DESC: { index: 'collectionByChange', forward: false },
  CHANGED_ASC: { index: 'collectionByChange', forward: true },
  CREATED_DESC: { index: 'collectionByCreation', forward: false },
  CREATED_ASC: { index: 'collectionByCreation', forward: true },
  TITLE_ASC: { index: 'collectionInOrder', forward: true },
  TITLE_DESC: { index: 'collectionInOrder', forward: false },
  OCCURRED_ASC: { index: 'collectionInOrder', forward: true },
  OCCURRED_DESC: { index: 'collectionInOrder', forward: false },
  POSITION: { index: 'collectionInOrder', forward: true },
};

/** The partition of a collection, in one of its orders. */
export function collectionList(partition: string, order: string) {
  const by = COLLECTION_ORDERS[order] ?? { index: 'collectionByCreation', forward: false };
  return { ...by, partitionKey: 'collection', partition };
}
