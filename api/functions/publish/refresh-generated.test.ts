import { describe, expect, test } from 'vitest';
import type { Proposal } from '../../enrichment.ts';
import type { ProjectDocument } from '../../ports/public-content/port.ts';
import type { Item } from '../../ports/table/port.ts';
import { withGenerated } from './refresh-generated.ts';

const AT = '2026-05-17T09:30:00.000Z';
const image = { assetId: 'A', altText: null, caption: 'By hand.', machineMade: null };
const document = {
  ...{ id: 'P', title: 'Dusk', description: null, tags: ['sea'], facts: null, machineMade: null },
  ...{ images: [image], cover: { assetId: 'A', altText: null } },
} as unknown as ProjectDocument;
const drafts = (project: Item = {}, asset: Item = {}): Map<string, Item> =>
  new Map([
    ['P', { id: 'P', ...project }],
    ['A', { id: 'A', ...asset }],
  ]);
const made = (field: Proposal['field'], values: string[], model = 'seer@1'): Proposal =>
  ({
    ...{ id: field, tenantId: 'T', projectId: 'P', field, values, state: 'ACCEPTED', automatic: true },
    ...(['ALT_TEXT', 'CAPTION'].includes(field)
      ? { entity: 'ASSET', entityId: 'A' }
      : { entity: 'PROJECT', entityId: 'P' }),
    receipt: { model, at: AT },
  }) as Proposal;
const mark = (field: string, values: string[] | null = null, model = 'seer@1') => ({
  ...{ field, model, at: AT, values },
});

describe('what is public, once machines have made something', () => {
  test('has it where nobody has written, marked', () => {
    const after = withGenerated(document, drafts(), [
      made('ALT_TEXT', ['A blue field.']),
      made('CAPTION', ['Another.']),
      made('SUMMARY', ['Two boats.']),
      made('TAGS', ['boat']),
      made('MOOD', ['calm']),
    ]);

    expect(after.images).toMatchObject([
      { altText: 'A blue field.', caption: 'By hand.', machineMade: [mark('altText')] },
    ]);
    expect(after.cover).toMatchObject({ altText: 'A blue field.' });
    expect(after).toMatchObject({
      description: 'Two boats.',
      tags: ['sea'],
      facts: [{ key: 'mood', label: 'Mood', value: 'calm' }],
      machineMade: [mark('description'), mark('facts', ['calm'])],
    });
  });

  test.each([
    ['a person has written into the draft since', drafts({}, { altText: 'Blue, by hand.' })],
    ['the picture has been deleted from the draft', drafts({}, { deletedAt: AT })],
  ])('does not have it where %s', (_, now) => {
    expect(withGenerated(document, now, [made('ALT_TEXT', ['A blue field.'])]).images).toEqual([image]);
  });

  test('has the latest in place of what was made before, and none that was taken back', () => {
    const facts = made('MOOD', ['calm']);
    const before = withGenerated(document, drafts(), [made('ALT_TEXT', ['A blue field.']), facts]);

    const later = withGenerated(before, drafts(), [made('ALT_TEXT', ['A harbour.'], 'seer@2'), facts]);
    const without = withGenerated(later, drafts(), []);

    expect(later.images).toMatchObject([
      { altText: 'A harbour.', machineMade: [mark('altText', null, 'seer@2')] },
    ]);
    expect(later.facts).toHaveLength(1);
    expect(without.images).toEqual([image]);
    expect(without).toMatchObject({ machineMade: null, facts: [], cover: { altText: null } });
  });

  test('stays as it is where nothing is new', () => {
    const all = [made('ALT_TEXT', ['A blue field.']), made('MOOD', ['calm']), made('SUMMARY', ['Boats.'])];
    const once = withGenerated(document, drafts(), all);

    expect(JSON.stringify(withGenerated(once, drafts(), all))).toBe(JSON.stringify(once));
  });
});
