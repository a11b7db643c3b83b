import { describe, expect, it } from 'vitest';
import type { ProposalField } from '../../enrichment.ts';
import type { Item } from '../../ports/table/port.ts';
import { targetOf } from '../../resolvers/_lib/proposal-target.ts';
import { take, takeBack } from './field-change.ts';

const target = (field: ProposalField) => targetOf({ entity: 'PROJECT', entityId: 'P', field });
const fact = (value: string) => ({ key: 'mood', label: 'Mood', value });

describe('a value that is taken over', () => {
  it.each<[string, ProposalField, Item, string[], object]>([
    ['fills an empty text', 'SUMMARY', {}, ['New'], { value: 'New', previousValues: null }],
    ['replaces a text', 'MEDIUM', { medium: 'ink' }, ['oil'], { value: 'oil', previousValues: ['ink'] }],
    [
      'of several parts is one text',
      'MEDIUM',
      {},
      ['oil', 'gold'],
      { value: 'oil, gold', previousValues: null },
    ],
    [
      'is added to a list, each once, whatever its case',
      'TAGS',
      { tags: ['Sea'] },
      ['sea', 'boat', 'Boat'],
      { value: ['Sea', 'boat'], previousValues: ['Sea'], addedValues: ['boat'] },
    ],
    [
      'is a fact of its own',
      'MOOD',
      { facts: [fact('calm')] },
      ['calm', 'grey', 'grey'],
      { value: [fact('calm'), fact('grey')], previousValues: null, addedValues: ['grey'] },
    ],
  ])('%s', (_, field, item, values, expected) => {
    expect(take(item, target(field), { field }, values)).toEqual(expected);
  });
});

describe('a value that is taken back', () => {
  it.each<[string, ProposalField, Item, Item, unknown]>([
    ['leaves what stood there', 'MEDIUM', { medium: 'ink' }, {}, 'ink'],
    ['leaves nothing where nothing stood', 'MEDIUM', {}, {}, null],
    [
      'leaves what people added since',
      'TAGS',
      { tags: ['sea'] },
      { tags: ['sea', 'new', 'mine'] },
      ['sea', 'mine'],
    ],
    ['leaves no empty list', 'TAGS', {}, {}, null],
    ['leaves other facts', 'MOOD', { facts: [fact('calm')] }, {}, [fact('calm')]],
    ['that a list held before leaves it as it is', 'TAGS', { tags: ['new'] }, {}, ['new']],
  ])('%s', (_, field, before, since, expected) => {
    const of = target(field);
    const { value, ...kept } = take(before, of, { field }, ['new']);
    const item = { ...before, [of.field]: value, ...since };

    expect(takeBack(item, of, { field, values: ['new'], ...kept })).toEqual({ value: expected });
  });

  it.each<[ProposalField, Item]>([
    ['SUMMARY', { description: 'By hand' }],
    ['TAGS', { tags: ['by hand'] }],
    ['MOOD', {}],
  ])('as %s stays where the field does not hold it any more', (field, now) => {
    const { value: _value, ...kept } = take({}, target(field), { field }, ['new']);

    expect(takeBack(now, target(field), { field, values: ['new'], ...kept })).toBeNull();
  });

  it('is what a person made of it', () => {
    const proposal = {
      field: 'SUMMARY' as const,
      values: ['new'],
      editedValues: ['newer'],
      previousValues: ['old'],
    };

    expect(takeBack({ description: 'newer' }, target('SUMMARY'), proposal)).toEqual({ value: 'old' });
  });
});
