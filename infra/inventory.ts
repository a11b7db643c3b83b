/** What exists, as data. The CDK app and the local cloud both compose from it. */
import { consumers } from './inventory/consumers.ts';
import { deploymentMachines } from './inventory/deployment.ts';
import { enrichMachines } from './inventory/enrichment.ts';
import { dataSources, functions } from './inventory/functions.ts';
import { resolvers } from './inventory/resolvers.ts';
import { statsMachines } from './inventory/stats.ts';
import type { Inventory } from './inventory.types.ts';
import { table } from './table.ts';

const stateMachines = [...enrichMachines, ...statsMachines, ...deploymentMachines];

export const inventory: Inventory = { table, dataSources, resolvers, functions, consumers, stateMachines };
