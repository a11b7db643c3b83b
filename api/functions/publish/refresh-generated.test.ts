import { describe, expect, test } from 'vitest';
import type { Proposal } from '../../enrichment.ts';
import type { ProjectDocument } from '../../ports/public-content/port.ts';
import type { Item } from '../../ports/table/port.ts';
import { withGenerated } from './refresh-generated.ts';

const AT = '2026-05-17T09:30:00.000Z';
const image = { assetId: 'A', altText: null, caption: 'By hand.', machineMade: null };
const document = {
  ...{ id: 'P', version: 1, title: 'Dusk', description: null, tags: ['sea'], facts: null, machineMade: null },
  ...{ logs: [{ id: 'L', body: 'Said.' }], images: [image], cover: { assetId: 'A', altText: null } },
} as unknown as ProjectDocument;
const drafts = (project: Item = {}, asset: Item = {}, log: Item = {}): Map<string, Item> =>
  new Map([
    ['P', { id: 'P', version: 1, ...project }],
    ['A', { id: 'A', audience: 'PUBLIC', ...asset }],
    ['L', { id: 'L', body: 'Said.', audience: 'PUBLIC', ...log }],
  ]);
const of = (entity: Proposal['entity'], id: string) => ({ sourceEntity: entity, sourceId: id });
const made = (field: Proposal['field'], values: string[], model = 'seer@1'): Proposal =>
  ({
    ...{ id: field, tenantId: 'T', projectId: 'P', field, values, state: 'ACCEPTED', automatic: true },
    ...(['ALT_TEXT', 'CAPTION'].includes(field)
      ? { entity: 'ASSET', entityId: 'A', receipt: { model, at: AT, ...of('ASSET', 'A') } }
      : { entity: 'PROJECT', entityId: 'P', receipt: { model, at: AT, ...of('PROJECT', 'P') } }),
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
    ['the picture is private in the draft', drafts({}, { audience: 'PRIVATE' })],
  ])('does not have it where %s', (_, now) => {
    expect(withGenerated(document, now, [made('ALT_TEXT', ['A blue field.'])]).images).toEqual([image]);
  });

  test.each([
    ['a picture that is public', drafts(), of('ASSET', 'A'), true],
    ['a picture that is private', drafts(), of('ASSET', 'B'), false],
    ['a picture that became private', drafts({}, { audience: 'PRIVATE' }), of('ASSET', 'A'), false],
    ['a picture that was deleted', drafts({}, { deletedAt: AT }), of('ASSET', 'A'), false],
    ['an entry that is public', drafts(), of('LOG', 'L'), true],
    ['an entry that is private', drafts(), of('LOG', 'M'), false],
    ['an entry that became private', drafts({}, {}, { audience: 'PRIVATE' }), of('LOG', 'L'), false],
    ['an inspiration', drafts(), of('INSPIRATION', 'I'), false],
  ])('has what was read from %s: only where that is public', (_, now, source, is) => {
    const { receipt, ...proposal } = made('OCR_TEXT', ['read']);
    const from = { ...proposal, receipt: { ...receipt, ...source } };
    const forAsset = { ...from, entity: 'ASSET', entityId: source.sourceId } as Proposal;

    const all = source.sourceEntity === 'ASSET' ? [from, forAsset] : [from];
    const facts = all.map((one) => withGenerated(document, now, [one]).facts);

    for (const each of facts) expect(each).toEqual(is ? [expect.objectContaining({ value: 'read' })] : null);
  });

  test.each([
    ['the draft', drafts({ version: 2 })],
    ['an entry', drafts({}, {}, { body: 'Not public yet.' })],
  ])('keeps what stands, and has nothing new that may be of words that only %s has', (_, now) => {
    const before = withGenerated(document, drafts(), [made('MOOD', ['calm'])]);

    const after = withGenerated(before, now, [made('SUMMARY', ['Secret boats.']), made('MOOD', ['calm'])]);

    expect(after).toMatchObject({ description: null, machineMade: [mark('facts', ['calm'])] });
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
