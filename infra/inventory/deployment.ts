/** What a deployment does with the content: the documentation goes into the table, and the site is written. */
import { PLATFORM_TENANT } from '#api/resolvers/_lib/keys.ts';
import type { FunctionRow, StateMachineRow, TableAccess } from '../inventory.types.ts';
import { CHANGES } from './table-actions.ts';

/** Of tenants, the platform's own and no other. */
const docsAccess: TableAccess = {
  leadingKeys: [`TENANT#${PLATFORM_TENANT}`, `PUBLIC#${PLATFORM_TENANT}`, 'HANDLE#artissist'],
  actions: [...CHANGES, 'BatchWriteItem'],
  indexes: [],
};

/** @param publicAccess all that anybody may read */
export const deploymentFunctions = (publicAccess: TableAccess): FunctionRow[] => [
  {
    name: 'load-docs',
    entry: 'infra/aws/deployment/load-docs.lambda.ts',
    purpose: 'Brings the documentation of a deployment into the table.',
    memoryMb: 1769,
    timeoutSeconds: 300,
    table: docsAccess,
    layer: 'docs',
  },
  {
    name: 'publish-site',
    entry: 'infra/aws/deployment/publish-site.lambda.ts',
    purpose: 'Writes the site after a deployment: home and documentation at once, then everybody in pieces.',
    memoryMb: 1769,
    timeoutSeconds: 900,
    table: publicAccess,
    site: 'write',
    layer: 'docs',
    machine: { name: 'publish-site', actions: ['StartExecution'] },
  },
];

export const deploymentMachines: StateMachineRow[] = [
  {
    name: 'publish-site',
    definition: 'api/workflows/publish-site.asl.json',
    purpose: 'Writes every page anew, when a deployment has changed how pages look.',
    deployment: true,
    tasks: { PublishFunction: 'publish-site' },
  },
];
