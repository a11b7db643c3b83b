import { expect, it } from 'vitest';
import type { ProposalEntity } from '../../types.gen.ts';
import { PROPOSAL_FIELDS } from '../../enrichment.ts';
import { targetOf } from '../../resolvers/_lib/proposal-target.ts';
import { take } from './field-change.ts';
import { requireFits } from './limits.ts';

const ENTITIES: ProposalEntity[] = ['PROJECT', 'ASSET', 'LOG', 'INSPIRATION'];

it.each(ENTITIES.flatMap((entity) => PROPOSAL_FIELDS.map((field) => [entity, field] as const)))(
  'a plain value of %s %s fits where it goes',
  (entity, field) => {
    const target = targetOf({ entity, entityId: 'E', field, projectId: 'P' });
    const value = target.kind === 'LOG' ? 'en' : take({}, target, { field }, ['en']).value;

    expect(() => requireFits(target, { value })).not.toThrow();
  },
);

it.each([
  ['too long a text', 'PROJECT', 'MEDIUM', 'x'.repeat(2001), /at most 2000 characters/],
  ['what is no language', 'PROJECT', 'LANGUAGE', 'quite English', /must be a BCP 47 tag/],
  ['an empty title', 'INSPIRATION', 'TITLE', '', /must not be empty/],
  ['too long an entry of a list', 'PROJECT', 'TAGS', ['ok', 'x'.repeat(501)], /at most 500 characters/],
  ['too many entries', 'PROJECT', 'PLACES', Array.from({ length: 101 }, () => 'x'), /at most 100 entries/],
] as const)('%s is refused', (_, entity, field, value, message) => {
  const target = targetOf({ entity, entityId: 'E', field });

  expect(() => requireFits(target, { value })).toThrow(message);
});

it.each([
  [['ok', 'x'.repeat(501)], 'input.values[1]'],
  [['x'.repeat(501)], 'input.values[0]'],
  // A value that stood there before is none of those that were sent.
  [['ok'], 'input.values'],
])('names the value that does not fit, of %s', (sent, field) => {
  const target = targetOf({ entity: 'PROJECT', entityId: 'E', field: 'TAGS' });

  expect(() => requireFits(target, { value: ['here', 'x'.repeat(501)] }, sent)).toThrow(
    `${field} must have at most 500 characters`,
  );
});
