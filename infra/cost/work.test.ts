import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inventory } from '../inventory.ts';
import { ACTIONS, type ActionName } from './actions.ts';
import { DURATIONS_MS } from './durations.ts';
import { consumersOf, functionsOf, machineWork, workOf } from './work.ts';

const definition = JSON.parse(
  readFileSync(new URL(`../../${inventory.stateMachines[0]?.definition ?? ''}`, import.meta.url), 'utf8'),
) as Parameters<typeof machineWork>[0];
const machine = machineWork(definition);
const work = (name: ActionName) => workOf(ACTIONS[name], inventory, machine);

describe('what a field asks', () => {
  it.for([
    ['Mutation.createProject', []],
    ['Mutation.createAsset', ['media']],
    ['Mutation.completeUpload', ['media']],
    ['Mutation.publishProject', ['publish']],
    ['Query.search', ['search']],
    ['Query.recentProjects', ['public-lists']],
  ] as const)('of functions for %s: %s', ([field, functions]) => {
    expect(functionsOf(field, inventory)).toEqual(functions);
  });

  it('is an error for a field that nothing answers', () => {
    expect(() => functionsOf('Query.nothing', inventory)).toThrow('no resolver for Query.nothing');
  });
});

describe('what an event wakes', () => {
  it('is what its patterns say', () => {
    const names = (type: string) => consumersOf(type, inventory).map(({ name }) => name);

    expect(names('asset.uploaded')).toEqual(
      expect.arrayContaining(['announce', 'process-asset', 'index-content', 'embed']),
    );
    expect(names('asset.uploaded')).not.toContain('publisher');
    expect(names('project.published')).toEqual(
      expect.arrayContaining(['publisher', 'tidy', 'refresh-media', 'refresh-generated']),
    );
    expect(names('nothing.known')).toEqual(['announce']);
  });
});

describe('a run of the state machine', () => {
  it('enters each of its states, those of parts as often as there are parts', () => {
    // Start, Plan, Read parts, Propose, Finish, Done; of each part Extract, the choice, Analyse, Embed, Read.
    expect(machineWork(definition, 1).transitions).toBe(6 + 5);
    expect(machineWork(definition, 4).transitions).toBe(6 + 4 * 5);
    expect(machineWork(definition, 3).tasks).toEqual({
      PlanFunction: 1,
      ExtractFunction: 3,
      AnalyseFunction: 3,
      EmbedFunction: 3,
      ProposeFunction: 1,
      FinishFunction: 1,
    });
  });

  it('is refused where it goes round', () => {
    const round = { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'A' } } };

    expect(() => machineWork(round)).toThrow('does not end at A');
  });
});

describe('an action', () => {
  it('asks for fields that there are', () => {
    for (const { fields } of Object.values(ACTIONS)) {
      for (const field of fields) expect(() => functionsOf(field, inventory)).not.toThrow();
    }
  });

  it('wakes for a publication its function and every consumer of that event', () => {
    const { invocations, messages, announcements, apiOperations } = work('publishFirst');

    const woken = consumersOf('project.published', inventory);
    expect(invocations['publish']).toBe(1);
    expect(invocations['to-events']).toBe(ACTIONS.publishFirst.records);
    for (const row of woken) expect(invocations[row.function]).toBeGreaterThanOrEqual(1);
    expect(messages.standard + messages.fifo).toBe(woken.length);
    expect(messages.fifo).toBe(woken.filter(({ concurrency }) => concurrency === 1).length);
    expect([announcements, apiOperations]).toEqual([1, 2]);
  });

  it('goes through the mirror, and a token through its authorizer', () => {
    expect(work('readOwn')).toMatchObject({ httpRequests: 1, invocations: { rest: 1, authorizer: 1 } });
    expect(work('readPublic').invocations).toEqual({ rest: 1 });
    expect(work('search')).toMatchObject({ httpRequests: 1, invocations: { 'search-page': 1, search: 1 } });
    expect(work('listOwn')).toMatchObject({ httpRequests: 0, apiOperations: 1, invocations: {} });
  });

  it('runs each step of an enrichment', () => {
    expect(work('enrich')).toMatchObject({
      transitions: 16,
      invocations: { 'enrich-start': 1, 'enrich-plan': 1, 'enrich-analyse': 2, 'enrich-propose': 1 },
    });
  });
});

describe('durations', () => {
  const names = inventory.functions.map(({ name }) => name);

  it('are of functions that there are', () => {
    expect(Object.keys(DURATIONS_MS).filter((name) => !names.includes(name))).toEqual([]);
  });

  it('stand for every function that an action wakes: add a row to durations.ts for each that is named', () => {
    const woken = Object.keys(ACTIONS).flatMap((name) => Object.keys(work(name as ActionName).invocations));

    expect([...new Set(woken)].filter((name) => !(name in DURATIONS_MS))).toEqual([]);
  });
});
