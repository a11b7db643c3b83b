/** A month of a platform: how often each thing is done, and what all of it wakes and takes. */
import type { Inventory } from '../inventory.types.ts';
import { type Action, ACTIONS, type ActionName } from './actions.ts';
import type { Inputs } from './inputs.ts';
import { type MachineWork, workOf } from './work.ts';

export interface Month {
  /** How often each action is done. */
  actions: Record<ActionName, number>;
  /** Requests to the table. */
  requests: number;
  readUnits: number;
  writeUnits: number;
  records: number;
  events: number;
  mediaPuts: number;
  sitePages: number;
  texts: number;
  pictures: number;
  analyses: number;
  apiOperations: number;
  announcements: number;
  httpRequests: number;
  transitions: number;
  executions: number;
  messages: { standard: number; fifo: number };
  /** Calls of functions by name. */
  invocations: Record<string, number>;
  /** Pages that visitors look at. */
  pages: number;
}

/** How often each action is done in a month, by all tenants. */
export function actionsOf(inputs: Inputs): Record<ActionName, number> {
  const { tenants, newWorks, edits, publishes, searches, toolReads, enrichments } = inputs;
  return {
    createWork: tenants * newWorks,
    uploadPicture: tenants * newWorks,
    publishFirst: tenants * newWorks,
    publishAgain: tenants * publishes,
    editWork: tenants * edits,
    // Who changes something looks for it first.
    listOwn: tenants * (edits + publishes),
    readOwn: (tenants * toolReads) / 2,
    readPublic: (tenants * toolReads) / 2,
    search: tenants * searches,
    enrich: tenants * enrichments,
  };
}

export function monthOf(inputs: Inputs, inventory: Inventory, machine: MachineWork): Month {
  const actions = actionsOf(inputs);
  const month: Month = {
    actions,
    ...{ requests: 0, readUnits: 0, writeUnits: 0, records: 0, events: 0, mediaPuts: 0, sitePages: 0 },
    ...{ texts: 0, pictures: 0, analyses: 0, apiOperations: 0, announcements: 0, httpRequests: 0 },
    ...{ transitions: 0, executions: 0, messages: { standard: 0, fifo: 0 }, invocations: {} },
    pages: inputs.tenants * inputs.visits * inputs.pagesPerVisit,
  };
  for (const [name, times] of Object.entries(actions) as Array<[ActionName, number]>) {
    const action: Action = ACTIONS[name];
    const work = workOf(action, inventory, machine);
    for (const key of ['requests', 'readUnits', 'writeUnits', 'records', 'mediaPuts', 'sitePages'] as const)
      month[key] += times * action[key];
    for (const key of ['apiOperations', 'announcements', 'httpRequests', 'transitions'] as const)
      month[key] += times * work[key];
    for (const key of ['texts', 'pictures', 'analyses'] as const)
      month[key] += times * (action.models?.[key] ?? 0);
    for (const kind of ['standard', 'fifo'] as const) month.messages[kind] += times * work.messages[kind];
    month.events += times * Object.values(action.events).reduce((sum, one) => sum + one, 0);
    month.executions += times * (action.executions ?? 0);
    for (const [fn, calls] of Object.entries(work.invocations))
      month.invocations[fn] = (month.invocations[fn] ?? 0) + times * calls;
  }
  return month;
}
