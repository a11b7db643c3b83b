import { describe, expect, it, vi } from 'vitest';
import { checkDays, statsOf } from './stats.ts';

vi.mock('@aws-appsync/utils', () => ({
  util: {
    error: (message: string, type: string, _data: unknown, info: { field: string }) => {
      throw new Error(`${type} ${info.field}: ${message}`);
    },
  },
}));

const day = (date: string, lists: object = {}) => ({ day: date, views: 3, visitors: 2, ...lists });
const count = (name: string, views: number) => ({ name, views, visitors: 1 });

describe('days that are asked for', () => {
  it.each([
    ['2026-11-21', '2026-11-21'],
    ['2026-12-15', '2027-01-14'],
    ['2028-02-01', '2028-03-02'],
    ['2026-01-31', '2026-03-02'],
  ])('%s to %s are answered', (from, to) => {
    expect(() => checkDays(from, to)).not.toThrow();
  });

  it.each([
    ['2026-11-22', '2026-11-21', /BadInput to: to must not be before from/],
    ['2026-12-15', '2027-01-15', /are 32 days; at most 31/],
    ['2027-02-01', '2027-03-04', /are 32 days; at most 31/],
    ['2026-11-01', '2999-11-01', /at most 31/],
  ])('%s to %s are refused', (from, to, message) => {
    expect(() => checkDays(from, to)).toThrow(message);
  });
});

describe('the items of some days', () => {
  it('are added up, by name, the most viewed first', () => {
    const items = [
      day('2026-11-20', { referrers: [count('a.example', 5), count('b.example', 4)] }),
      day('2026-11-21', { referrers: [count('b.example', 4), count('constructor', 1)] }),
    ];

    const stats = statsOf({ from: '2026-11-20', to: '2026-11-21' }, items);

    expect(stats).toMatchObject({ views: 6, visitors: 4, countries: [], works: [], terms: [] });
    expect(stats.days.map((each) => each.day)).toEqual(['2026-11-20', '2026-11-21']);
    expect(stats.referrers).toEqual([
      { name: 'b.example', views: 8, visitors: 2 },
      { name: 'a.example', views: 5, visitors: 1 },
      { name: 'constructor', views: 1, visitors: 1 },
    ]);
  });

  it('show twenty of a list, those with most views', () => {
    const referrers = Array.from({ length: 30 }, (_none, at) => count(`host-${at}`, at));

    const { referrers: shown } = statsOf({ from: '', to: '' }, [day('2026-11-20', { referrers })]);

    expect(shown.map(({ views }) => views)).toEqual(Array.from({ length: 20 }, (_none, at) => 29 - at));
  });

  it('name a work as it was called last', () => {
    const works = (title: string) => [{ projectId: 'P', title, views: 1, visitors: 1 }];

    const { works: shown } = statsOf({ from: '', to: '' }, [
      day('2026-11-20', { works: works('Before') }),
      day('2026-11-21', { works: works('After') }),
    ]);

    expect(shown).toEqual([{ projectId: 'P', title: 'After', views: 2, visitors: 2 }]);
  });
});
