import { expect, test } from 'vitest';
import { createProgress, type Standing } from './events-progress.ts';

const MINUTES = 60_000;

function watched() {
  let time = 0;
  let standings: Standing[] = [];
  const healthy = createProgress(
    () => standings,
    () => time,
  );
  return (at: number, position: number, lag: number): boolean => {
    time = at * MINUTES;
    standings = [
      { name: 'idle', position: 5, lag: 0 },
      { name: 'busy', position, lag },
    ];
    return healthy();
  };
}

test('no consumer at all is not healthy', () => {
  expect(createProgress(() => [])()).toBe(false);
});

test('a consumer that has work and does not move for long is stuck, until it moves', () => {
  const at = watched();
  expect(at(0, 3, 2)).toBe(true);
  expect(at(9, 3, 4)).toBe(true);
  expect(at(11, 3, 4)).toBe(false);
  expect(at(12, 4, 3)).toBe(true);
});

test('a consumer that was idle for hours is not stuck when work comes', () => {
  const at = watched();
  expect(at(0, 3, 0)).toBe(true);
  expect(at(600, 3, 0)).toBe(true);
  expect(at(601, 3, 1)).toBe(true);
});
