/**
 * Removes what hangs on something deleted, replaced or taken down: children, claims, pieces of older generations,
 * public copies, files. Reads the state as it is now, so that it may run late, twice and in any order.
 */
import type { ChangeEvent } from '../../events.ts';
import type { TidyPorts } from './ports.ts';
import { tidyAsset } from './tidy-asset.ts';
import { tidyInspiration } from './tidy-inspiration.ts';
import { tidyPage } from './tidy-page.ts';
import { tidyProject } from './tidy-project.ts';
import { tidyTenant } from './tidy-tenant.ts';
import { removeTombstone } from './tombstone.ts';
import { logSk } from '../../resolvers/_lib/keys.ts';

export function createTidy(ports: TidyPorts) {
  return async (event: ChangeEvent): Promise<void> => {
    const { tenantId, entityId, projectId = '' } = event;
    switch (event.entity) {
      case 'project':
        return tidyProject(ports, tenantId, entityId);
      case 'page':
        return tidyPage(ports, tenantId, entityId);
      case 'profile':
        return tidyTenant(ports, tenantId);
      case 'asset':
        return tidyAsset(ports, tenantId, projectId, entityId);
      case 'log':
        return removeTombstone(ports.table, tenantId, logSk(projectId, entityId), 'log');
      case 'inspiration':
        return tidyInspiration(ports, tenantId, entityId);
      case 'derived':
      case 'enrichment':
      case 'enrichmentSettings':
      case 'member':
        return;
    }
  };
}
