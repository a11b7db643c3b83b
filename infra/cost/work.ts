/** What each action wakes: functions, messages, calls of the API. All of it follows from the inventory. */
import type { ConsumerRow, Inventory, ResolverRow } from '../inventory.types.ts';
import { EVENT_SOURCE } from '#api/events.ts';
import { compilePattern } from '../local/events/pattern.ts';
import type { Action } from './actions.ts';

/** One action's consequences. */
export interface Work {
  /** Operations that AppSync answers, announcements among them. */
  apiOperations: number;
  /** Of these, announcements to subscribers. */
  announcements: number;
  /** Requests at the HTTP APIs. */
  httpRequests: number;
  /** Calls of functions by name. */
  invocations: Record<string, number>;
  /** Messages through queues, of both kinds. */
  messages: { standard: number; fifo: number };
  /** State transitions of Step Functions. */
  transitions: number;
}

/** Steps of a state machine by a number of parts, as far as the model needs to know them. */
export interface MachineWork {
  transitions: number;
  /** Calls by placeholder of the definition. */
  tasks: Record<string, number>;
}

/** The function that makes events of the stream's records. */
const TO_EVENTS = 'to-events';
const AUTHORIZER = 'authorizer';
/** Parts of a work that has words and one picture. */
export const PARTS = 2;

/** @param machine of the state machine `enrich` */
export function workOf(action: Action, inventory: Inventory, machine: MachineWork): Work {
  const invocations: Record<string, number> = {};
  const call = (name: string, times: number): void => {
    if (times > 0) invocations[name] = (invocations[name] ?? 0) + times;
  };
  for (const field of action.fields) {
    for (const name of functionsOf(field, inventory)) call(name, 1);
  }
  if (action.through === 'rest' || action.through === 'rest-with-token') call('rest', action.fields.length);
  if (action.through === 'rest-with-token') call(AUTHORIZER, action.fields.length);
  if (action.through === 'search-page') call('search-page', action.fields.length);
  call(TO_EVENTS, action.records);

  const messages = { standard: 0, fifo: 0 };
  let announcements = 0;
  for (const [type, times] of Object.entries(action.events)) {
    for (const row of consumersOf(type, inventory)) {
      call(row.function, times);
      messages[row.concurrency === 1 ? 'fifo' : 'standard'] += times;
      if (functionRow(row.function, inventory).callsApi) announcements += times;
    }
  }
  const executions = action.executions ?? 0;
  for (const [placeholder, times] of Object.entries(machine.tasks)) {
    const task = inventory.stateMachines[0]?.tasks[placeholder];
    if (task === undefined) throw new Error(`The inventory has no function for ${placeholder}.`);
    call(task, times * executions);
  }
  return {
    apiOperations: action.fields.length + announcements,
    announcements,
    httpRequests: action.through === 'graphql' ? 0 : action.fields.length,
    invocations,
    messages,
    transitions: machine.transitions * executions,
  };
}

/** Consumers that an event of a type wakes. */
export const consumersOf = (type: string, { consumers }: Pick<Inventory, 'consumers'>): ConsumerRow[] =>
  consumers.filter(({ pattern }) =>
    compilePattern(pattern)({ source: EVENT_SOURCE, 'detail-type': type, detail: {} }),
  );

/** Functions behind a field, one for each step that asks one. */
export function functionsOf(field: string, { resolvers, dataSources }: Inventory): string[] {
  const row = resolvers.find((resolver) => `${resolver.type}.${resolver.field}` === field);
  if (!row) throw new Error(`The inventory has no resolver for ${field}.`);
  return dataSourcesOf(row).flatMap((name) => {
    const source = dataSources.find((one) => one.name === name);
    return source?.kind === 'function' ? [source.function] : [];
  });
}

const dataSourcesOf = (row: ResolverRow): string[] =>
  row.kind === 'UNIT' ? [row.dataSource] : row.steps.map(({ dataSource }) => dataSource);

function functionRow(name: string, { functions }: Inventory): Inventory['functions'][number] {
  const row = functions.find((one) => one.name === name);
  if (!row) throw new Error(`The inventory has no function ${name}.`);
  return row;
}

interface State {
  Type: string;
  Resource?: string;
  Next?: string;
  Choices?: Array<{ Next: string }>;
  ItemProcessor?: { StartAt: string; States: Record<string, State> };
}

/**
 * What a run without a fault goes through, by a definition in the Amazon States Language: each state entered is a
 * transition, and so is the start. Of a choice the first branch is taken, which is that of something to read.
 */
export function machineWork(
  definition: { StartAt: string; States: Record<string, State> },
  parts = PARTS,
): MachineWork {
  const tasks: Record<string, number> = {};
  const walk = (startAt: string, states: Record<string, State>, times: number): number => {
    let transitions = 0;
    const seen = new Set<string>();
    for (let name: string | undefined = startAt; name !== undefined;) {
      const state: State | undefined = states[name];
      if (!state || seen.has(name)) throw new Error(`The definition does not end at ${name}.`);
      seen.add(name);
      transitions += times;
      const placeholder = /^\$\{(\w+)\}$/.exec(state.Resource ?? '')?.[1];
      if (placeholder !== undefined) tasks[placeholder] = (tasks[placeholder] ?? 0) + times;
      const each = state.ItemProcessor;
      if (each) transitions += walk(each.StartAt, each.States, times * parts);
      name = state.Choices?.[0]?.Next ?? state.Next;
    }
    return transitions;
  };
  return { transitions: 1 + walk(definition.StartAt, definition.States, 1), tasks };
}
