import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChangeEvent } from '#api/events.ts';
import { createBus } from './bus.ts';
import { run } from './cli.ts';
import { openJournal } from './journal.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'cli-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

function cli(...args: string[]): { code: number; text: string } {
  const lines: string[] = [];
  const code = run(args, { ARTISSIST_DATA: dataDir }, (line) => lines.push(line));
  return { code, text: lines.join('\n') };
}

const event: ChangeEvent = {
  id: 'e#1',
  type: 'project.updated',
  tenantId: 't',
  entity: 'project',
  entityId: 'e',
  version: 1,
  changed: [],
  at: '2026-01-01T00:00:00.000Z',
};
const row = {
  name: 'publish',
  function: 'publish',
  pattern: { source: ['artissist.table'] },
  concurrency: 1,
  batchSize: 1,
  attempts: 1,
  purpose: 'Test.',
};

describe('the command line', () => {
  test('shows dead letters and has a running bus deliver them again', async () => {
    const journal = openJournal(dataDir);
    let broken = true;
    let again!: () => void;
    const delivered = new Promise<void>((settle) => (again = settle));
    const deliver = (): Promise<void> =>
      broken ? Promise.reject(new Error('no luck')) : Promise.resolve(again());
    const bus = createBus({ journal, consumers: [{ row, deliver }], log: () => undefined });
    bus.start();
    journal.append([event], { shardId: 's', sequenceNumber: '7', finished: false });
    await bus.idle();
    broken = false;

    const status = cli('status');
    const letters = cli('dead-letters', 'publish');
    const replay = cli('replay', 'publish', 'e#1');
    await delivered;
    await bus.idle();

    expect(status).toMatchObject({
      code: 0,
      text: expect.stringContaining('publish: at 1, 0 behind, 0 to retry, 1 dead'),
    });
    expect(letters.text).toContain('e#1 project.updated tenant t, 1 attempts\n    Error: no luck');
    expect(replay.text).toContain('1 events of publish will be delivered again');
    expect(cli('dead-letters', 'publish').text).toBe('0 dead letters of publish');
    await bus.close();
    journal.close();
  });

  test.each([
    [[], 2, 'Usage'],
    [['explode'], 2, 'Received: explode'],
    [['replay'], 2, 'Usage'],
    [['status', '--what'], 2, "Unknown option '--what'"],
    [['status'], 1, 'There is no journal in'],
  ])('answers %j with code %i', (args, code, text) => {
    expect(cli(...args)).toMatchObject({ code, text: expect.stringContaining(text) });
  });

  test('an unknown consumer is named with those there are', () => {
    openJournal(dataDir).close();

    expect(cli('replay', 'foo')).toEqual({ code: 1, text: 'There is no consumer "foo". Known: none yet' });
  });
});
