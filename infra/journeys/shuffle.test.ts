/** Events delivered shuffled and doubled end in the same site, byte for byte. */
import { afterEach, expect, test } from 'vitest';
import { runningOn } from '../local/single-instance.ts';
import { DEMO, MEMBER, startTestPlatform, type TestPlatform } from './platform.testing.ts';
import { filesFromScratch, history, siteFiles } from './shuffle.testing.ts';

let platform: TestPlatform | undefined;
afterEach(() => platform?.remove());

const STEPS = 70;

test.each([
  ['in order', undefined],
  ['shuffled by seed 1', { seed: 1, doubles: true }],
  ['shuffled by seed 2', { seed: 2, doubles: true }],
  ['shuffled by seed 3', { seed: 3, doubles: true }],
])(
  '%s, the same history ends in the site that the table makes from nothing',
  async (_, shuffle) => {
    const own = (platform = await startTestPlatform({ shuffle }));
    const people = await Promise.all([DEMO, MEMBER].map((email) => own.signIn(email)));

    await Promise.all(
      people.map((token, person) =>
        history(41 + person, STEPS, `person-${person}`, async (query, variables) => {
          const { data, errors } = await own.graphql(token, query, variables);
          if (errors || !data) throw new Error(JSON.stringify({ errors, query, variables }));
          return data as never;
        }),
      ),
    );
    await own.settled();

    const files = siteFiles(own.dataDir);
    expect(files).toEqual(await filesFromScratch(runningOn(own.dataDir)!.engine!, own.url));
    expect(Object.keys(files).filter((path) => path.startsWith('@person-')).length).toBeGreaterThan(20);
    expect(
      own.events.bus
        .status()
        .consumers.map(({ name }) => own.events.bus.deadLetters(name))
        .flat(),
    ).toEqual([]);
    expect(own.logged.filter((line) => line.includes('"error"'))).toEqual([]);
  },
  120_000,
);
