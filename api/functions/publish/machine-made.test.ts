import { describe, expect, it } from 'vitest';
import type { Proposal } from '../../enrichment.ts';
import { isOfPublic, withMachineMade } from './machine-made.ts';

const AT = '2026-05-17T09:30:00.000Z';

const proposal = (given: Partial<Proposal>, model = 'seer@1'): Proposal =>
  ({
    id: 'x',
    entity: 'ASSET',
    entityId: 'A',
    projectId: 'P',
    field: 'ALT_TEXT',
    values: ['Boats'],
    state: 'ACCEPTED',
    automatic: true,
    receipt: { model, at: AT },
    ...given,
  }) as Proposal;

const mark = (field: string, values: string[] | null = null) => ({ field, model: 'seer@1', at: AT, values });

describe('what machines made', () => {
  it('stands where nobody has written, and is marked', () => {
    expect(withMachineMade({ id: 'A' }, 'ASSET', [proposal({})])).toEqual({
      id: 'A',
      altText: 'Boats',
      machineMade: [mark('altText')],
    });
  });

  it.each([
    ['somebody has written', { id: 'A', altText: 'By hand' }, proposal({})],
    ['it is for another picture', { id: 'B' }, proposal({})],
    ['it would be an entry of the log', { id: 'A' }, proposal({ field: 'TRANSCRIPT' })],
  ])('is left out where %s', (_, item, made) => {
    expect(withMachineMade(item, 'ASSET', [made])).toEqual(item);
  });

  it('is the first of several, which is the latest', () => {
    const proposals = [proposal({}), proposal({ values: ['Older'] }, 'elder@1')];

    expect(withMachineMade({ id: 'A' }, 'ASSET', proposals)).toMatchObject({
      altText: 'Boats',
      machineMade: [mark('altText')],
    });
  });

  it('adds facts of keys that people have not used', () => {
    const of = { entity: 'PROJECT' as const, entityId: 'P' };
    const item = { id: 'P', facts: [{ key: 'mood', label: 'Mood', value: 'by hand' }] };
    const proposals = [
      proposal({ ...of, field: 'MOOD', values: ['calm'] }),
      proposal({ ...of, field: 'TECHNIQUE', values: ['etching'] }),
    ];

    expect(withMachineMade(item, 'PROJECT', proposals)).toMatchObject({
      facts: [
        { key: 'mood', value: 'by hand' },
        { key: 'technique', value: 'etching' },
      ],
      machineMade: [mark('facts', ['etching'])],
    });
  });
});

describe('what goes out by itself', () => {
  const out = { projectId: 'P', assetIds: new Set(['A']), logIds: new Set(['L']) };
  const from = (sourceEntity: string, sourceId: string, given: Partial<Proposal> = {}): Proposal =>
    ({
      ...proposal({ entity: 'PROJECT', entityId: 'P', field: 'MOOD', ...given }),
      receipt: { model: 'seer@1', at: AT, sourceEntity, sourceId },
    }) as Proposal;

  it.each([
    ['the project itself', from('PROJECT', 'P'), true],
    ['a public entry', from('LOG', 'L'), true],
    ['a private entry', from('LOG', 'M'), false],
    ['a public picture', from('ASSET', 'A', { entity: 'ASSET', entityId: 'A', field: 'OCR_TEXT' }), true],
    ['a private picture', from('ASSET', 'B', { entity: 'ASSET', entityId: 'B', field: 'OCR_TEXT' }), false],
    ['a private picture, for the project', from('ASSET', 'B'), false],
    ['an inspiration', from('INSPIRATION', 'I'), false],
    ['a page elsewhere', from('WEB_PAGE', 'P'), false],
  ])('is judged by what it was read from: %s', (_, made, goes) => {
    expect(isOfPublic(made, out)).toBe(goes);
  });
});
