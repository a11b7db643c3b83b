import { describe, expect, it } from 'vitest';
import { Handles, fold, handleOf, isHandle } from './handles.ts';

describe('a handle from a name', () => {
  it.each([
    ['Paul Cézanne', 'paul-cezanne'],
    ['  NASA/JPL-Caltech & ESA ', 'nasa-jpl-caltech-esa'],
    ['Łukasz Øst Þór', 'lukasz-ost-thor'],
    ['AA', 'aa-artist'],
    ['Docs', 'docs-artist'],
    ['x'.repeat(80), 'x'.repeat(64)],
    [`${'x'.repeat(63)} y`, 'x'.repeat(63)],
  ])('of %j is %s', (name, handle) => {
    expect(handleOf(name, 'id')).toBe(handle);
    expect(isHandle(handleOf(name, 'id'))).toBe(true);
  });

  it('of a name without Latin letters is made from the id, the same each time', () => {
    expect(handleOf('酒井鶯蒲', 'm:1')).toMatch(/^artist-[0-9a-f]{8}$/);
    expect(handleOf('酒井鶯蒲', 'm:1')).toBe(handleOf('鶯蒲', 'm:1'));
    expect(fold('酒井鶯蒲')).toBe('');
  });
});

describe('the handles of a catalogue', () => {
  it('are those that records ask for first, then numbered ones', () => {
    const handles = new Handles([
      { id: '1', name: 'Ada B' },
      { id: '2', name: 'Ada B' },
      { id: '3', name: 'Else', handle: 'ada-b' },
      { id: '4', name: 'Else', handle: 'ada-b' },
      { id: '5', name: 'Else', handle: 'Not Valid' },
    ]);

    expect(['1', '2', '3', '4', '5'].map((id) => handles.of(id, ''))).toEqual([
      'ada-b-2',
      'ada-b-3',
      'ada-b',
      'else',
      'else-2',
    ]);
  });

  it('go on with numbers that nobody else of the catalogue wants', () => {
    const handles = new Handles([
      { id: '1', name: 'Ada' },
      { id: '2', name: 'X', handle: 'ada-2' },
    ]);

    expect(handles.next('1', 'ada', 2)).toEqual({ handle: 'ada-3', number: 4 });
  });
});
