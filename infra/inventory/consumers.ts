/** Who is told of which events. Each keeps its own position and is given every event at least once. */
import type { ConsumerRow } from '../inventory.types.ts';
import { EVENT_SOURCE } from '#api/events.ts';
import { enrichConsumers } from './enrichment.ts';

const source = [EVENT_SOURCE];

/** What changes something that can be found. */
const found = {
  source,
  'detail-type': [
    { prefix: 'project.' },
    { prefix: 'log.' },
    { prefix: 'asset.' },
    { prefix: 'derived.' },
    { prefix: 'inspiration.' },
    { prefix: 'page.' },
    'profile.published',
    'profile.unpublished',
    'profile.deleted',
  ],
};

export const consumers: ConsumerRow[] = [
  {
    name: 'publisher',
    function: 'publisher',
    purpose: 'Public pages follow what is published.',
    pattern: {
      source,
      'detail-type': [
        'project.published',
        'project.unpublished',
        'project.deleted',
        'page.published',
        'page.unpublished',
        'page.deleted',
        'profile.published',
        'profile.unpublished',
        'profile.deleted',
      ],
    },
    concurrency: 1,
    batchSize: 50,
    // Overviews are read from indexes; documents are not.
    delaySeconds: 2,
    attempts: 8,
  },
  {
    name: 'announce',
    function: 'announce',
    purpose: 'Subscribers hear of every change.',
    pattern: { source, 'detail-type': [{ wildcard: '*.*' }] },
    concurrency: 4,
    batchSize: 10,
    attempts: 4,
  },
  {
    name: 'process-asset',
    function: 'process-asset',
    purpose: 'Uploaded images get their sizes.',
    pattern: { source, 'detail-type': ['asset.uploaded'] },
    concurrency: 2,
    batchSize: 1,
    attempts: 4,
  },
  {
    name: 'tidy',
    function: 'tidy',
    purpose: 'Nothing is left of what was deleted, replaced or taken down.',
    pattern: {
      source,
      'detail-type': [{ suffix: '.deleted' }, { suffix: '.published' }, { suffix: '.unpublished' }],
    },
    concurrency: 2,
    batchSize: 10,
    attempts: 8,
  },
  {
    name: 'refresh-media',
    function: 'refresh-media',
    purpose: 'A published work shows the sizes of its images once they are made.',
    pattern: { source, 'detail-type': ['derived.processed', 'project.published'] },
    concurrency: 1,
    batchSize: 10,
    attempts: 8,
  },
  {
    name: 'refresh-generated',
    function: 'refresh-generated',
    purpose:
      'A published work shows what machines made of it, where its tenant lets that stand by itself, and nothing taken back.',
    pattern: {
      source,
      'detail-type': [
        'enrichment.processed',
        'project.published',
        // What takes something of it back.
        'proposal.updated',
        'asset.updated',
        'asset.deleted',
        'log.updated',
        'log.deleted',
        'inspiration.updated',
        'inspiration.deleted',
        { prefix: 'enrichmentSettings.' },
      ],
    },
    concurrency: 1,
    batchSize: 10,
    attempts: 8,
  },
  {
    name: 'index-content',
    function: 'index-content',
    purpose: 'What is written and published can be found.',
    pattern: found,
    concurrency: 2,
    batchSize: 50,
    attempts: 12,
  },
  {
    name: 'embed',
    function: 'embed',
    purpose: 'What can be found is found by its meaning and look as well.',
    // A choice for or against models is about everything that a tenant has.
    pattern: { source, 'detail-type': [...found['detail-type'], { prefix: 'enrichmentSettings.' }] },
    concurrency: 2,
    batchSize: 20,
    attempts: 20,
  },
  ...enrichConsumers,
];
