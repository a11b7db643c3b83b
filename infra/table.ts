/** The one table and its indexes. Each index is sparse and named for the question it answers. */
import type { TableRow } from './inventory.types.ts';

export const table: TableRow = {
  name: 'Artissist',
  partitionKey: 'PK',
  sortKey: 'SK',
  ttl: 'expiresAtSeconds',
  stream: 'NEW_AND_OLD_IMAGES',
  indexes: [
    {
      name: 'collectionInOrder',
      answers: 'What is in this collection, in its own order (title, position, date)?',
      partitionKey: 'collection',
      sortKey: 'order',
      projects: ['card'],
    },
    {
      name: 'collectionByChange',
      answers: 'What in this collection changed last?',
      partitionKey: 'collection',
      sortKey: 'changedAt',
      projects: ['card'],
    },
    {
      name: 'collectionByCreation',
      answers: 'What in this collection is newest?',
      partitionKey: 'collection',
      sortKey: 'createdId',
      projects: ['card'],
    },
    {
      name: 'membershipsOfPerson',
      answers: 'For which tenants may this person act?',
      partitionKey: 'person',
      sortKey: 'tenantId',
      projects: ['card'],
    },
    {
      name: 'listedPortfolios',
      answers: 'Which portfolios are public and listed, by name?',
      partitionKey: 'portfolioShard',
      sortKey: 'portfolioOrder',
      projects: ['card'],
    },
    {
      name: 'listedRecentWorks',
      answers: 'Which works were published last, of everybody?',
      partitionKey: 'recentShard',
      sortKey: 'recentAt',
      projects: ['card'],
    },
  ],
};
