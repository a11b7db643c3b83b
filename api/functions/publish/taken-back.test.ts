import { describe, expect, test } from 'vitest';
import type { Proposal } from '../../enrichment.ts';
import type { ProjectDocument } from '../../ports/public-content/port.ts';
import type { Item } from '../../ports/table/port.ts';
import { withoutTakenBack } from './taken-back.ts';

const document = {
  ...{ id: 'P', title: 'Theirs', description: 'Theirs.', places: ['Rome', 'Florence'], tags: ['sea'] },
  facts: [
    { key: 'mood', label: 'Mood', value: 'calm' },
    { key: 'scale', label: 'Scale', value: 'calm' },
  ],
  images: [{ assetId: 'A', altText: 'A blue field.', caption: 'By hand.' }],
  logs: [{ id: 'L', body: 'Said.', title: 'Heard', tags: ['voice'] }],
  inspirations: [{ id: 'I', title: 'Page', creator: 'Somebody', tags: null, facts: null }],
} as unknown as ProjectDocument;

const EMPTY: Item[] = [{ id: 'P', title: 'Ours' }, { id: 'A' }, { id: 'L' }, { id: 'I', title: 'Ours' }];
const drafts = (...more: Item[]): Map<string, Item> =>
  new Map([...EMPTY, ...more].map((item) => [item.id as string, item]));
const reverted = (
  entity: Proposal['entity'],
  entityId: string,
  field: Proposal['field'],
  values: string[],
  more: Partial<Proposal> = {},
): Proposal =>
  ({
    ...{ entity, entityId, field, values, projectId: 'P', state: 'REVERTED', addedValues: values },
    ...more,
  }) as Proposal;

describe('what is public, once its values were taken back', () => {
  test.each<[string, Proposal, object]>([
    ['a text', reverted('PROJECT', 'P', 'SUMMARY', ['Theirs.']), { description: null }],
    [
      'a text as it was edited',
      reverted('PROJECT', 'P', 'SUMMARY', ['x'], { editedValues: ['Theirs.'] }),
      { description: null },
    ],
    ['values of a list', reverted('PROJECT', 'P', 'PLACES', ['Florence']), { places: ['Rome'] }],
    ['a whole list', reverted('PROJECT', 'P', 'TAGS', ['sea']), { tags: null }],
    [
      'a fact, and none like it',
      reverted('PROJECT', 'P', 'MOOD', ['calm']),
      { facts: [{ key: 'scale', label: 'Scale', value: 'calm' }] },
    ],
    [
      'a text of a picture',
      reverted('ASSET', 'A', 'ALT_TEXT', ['A blue field.']),
      { images: [{ assetId: 'A', altText: null, caption: 'By hand.' }] },
    ],
    ['a title of an entry', reverted('LOG', 'L', 'TITLE', ['Heard']), { logs: [{ id: 'L', title: null }] }],
    [
      'a creator of an inspiration',
      reverted('INSPIRATION', 'I', 'CREATOR', ['Somebody']),
      { inspirations: [{ id: 'I', creator: null }] },
    ],
  ])('has %s no more, and all else as it was', (_, proposal, changed) => {
    const after = withoutTakenBack(document, drafts(), [proposal]);

    expect(after).toMatchObject(changed);
    const [name = ''] = Object.keys(changed);
    expect({ ...after, [name]: null }).toEqual({ ...document, [name]: null });
  });

  test.each<[string, Proposal, Item[]]>([
    [
      'the draft has again',
      reverted('PROJECT', 'P', 'SUMMARY', ['Theirs.']),
      [{ id: 'P', description: 'Theirs.' }],
    ],
    [
      'a list of the draft has',
      reverted('PROJECT', 'P', 'PLACES', ['Florence']),
      [{ id: 'P', places: ['Florence'] }],
    ],
    [
      'a fact of the draft has',
      reverted('PROJECT', 'P', 'MOOD', ['calm']),
      [{ id: 'P', facts: [{ key: 'mood', label: 'Mood', value: 'calm' }] }],
    ],
    ['a list held before', reverted('PROJECT', 'P', 'PLACES', ['Rome'], { addedValues: [] }), []],
    ['is not what the text says', reverted('PROJECT', 'P', 'SUMMARY', ['Of another.']), []],
    ['is a title that cannot be missing', reverted('PROJECT', 'P', 'TITLE', ['Theirs']), []],
    ['made an entry of its own', reverted('ASSET', 'A', 'TRANSCRIPT', ['Said.']), []],
    ['was not taken back', reverted('PROJECT', 'P', 'SUMMARY', ['Theirs.'], { state: 'ACCEPTED' }), []],
  ])('keeps what %s', (_, proposal, now) => {
    expect(withoutTakenBack(document, drafts(...now), [proposal])).toEqual(document);
  });
});
