/** Canaries in what machines heard, read and proposed, and in a tenant's settings. */
import { join } from 'node:path';
import type { Proposal } from '#api/enrichment.ts';
import { createLocalMediaStore } from '#api/ports/media-store/local.ts';
import { createResults } from '#api/ports/results/media-store.ts';
import { nameOf } from '#api/ports/results/question.ts';
import type { Values } from './isolation-attempt.testing.ts';
import { tableClient } from './isolation-table.testing.ts';
import { must, type PlantedTenant } from './isolation-tenant.testing.ts';
import type { TestPlatform } from './platform.testing.ts';
import { plantProposal } from './proposals.testing.ts';

/** Words beside the canary, of each thing that is planted here. */
export const PLANTED = ['transcript', 'document', 'pending', 'accepted', 'rejected', 'vocabulary'] as const;

/**
 * In the published and the draft project: transcripts and documents, waiting and accepted as private entries of the
 * log; values that wait, that were accepted and not published since, and that were rejected; values that stand by
 * themselves on pictures that are not public; kept results; and words for tags.
 */
export async function plantGenerated(
  platform: TestPlatform,
  token: string,
  { tenantId, targets }: PlantedTenant,
  secret: string,
): Promise<void> {
  const client = tableClient(platform);
  const [draft, published] = targets.entities['Project'] ?? [];
  const assets = (targets.entities['Asset'] ?? []) as Array<{ id: string; projectId: string }>;
  let count = 0;
  const plant = (of: Values, field: Proposal['field'], word: string, more: Partial<Proposal> = {}) => {
    const id = `${field}-${(0xca9a0 + (count += 1)).toString(16).padStart(16, '0')}`;
    const where = of as Pick<Proposal, 'projectId' | 'entity' | 'entityId'>;
    return plantProposal(
      client,
      { ...where, id, tenantId, field, values: [`${secret} ${word}`], ...more },
      `${secret}@2`,
    );
  };
  const accept = (projectId: string, id: string, input: Values): Promise<unknown> =>
    must(
      platform,
      token,
      'mutation($p:ID!,$id:ID!,$input:AcceptProposalInput!){acceptProposal(projectId:$p,id:$id,input:$input){id}}',
      { p: projectId, id, input },
    );

  for (const project of [draft, published]) {
    const projectId = project?.['id'] as string;
    const ofProject = { projectId, entity: 'PROJECT', entityId: projectId };
    const secretAsset = assets.findLast((asset) => asset.projectId === projectId)?.id;
    const ofAsset = { projectId, entity: 'ASSET', entityId: secretAsset };
    for (const [field, word] of [
      ['TRANSCRIPT', 'transcript'],
      ['DOCUMENT_TEXT', 'document'],
    ] as const) {
      await plant(ofAsset, field, word);
      const heard = await plant(ofAsset, field, word);
      await accept(projectId, heard.id, {});
    }
    await plant(ofProject, 'MEDIUM', 'pending');
    await plant(ofProject, 'TAGS', 'rejected', { state: 'REJECTED' });
    await plant(ofAsset, 'ALT_TEXT', 'automatic', { state: 'ACCEPTED', automatic: true });
    const wanted = await plant(ofProject, 'SUMMARY', 'accepted');
    const { read } = await must<{ read: { version: number } }>(
      platform,
      token,
      'query($id:ID!){read:project(id:$id){version}}',
      { id: projectId },
    );
    await accept(projectId, wanted.id, { expectedVersion: read.version });
  }

  const media = createLocalMediaStore({
    dir: join(platform.dataDir, 'media'),
    origin: 'http://localhost',
    secret: 'x'.repeat(32),
  });
  const text = `${secret} document`;
  await createResults(media).write(
    tenantId,
    nameOf({ model: 'source', promptVersion: '1', input: text }),
    text,
  );
  await must(
    platform,
    token,
    'mutation($input:EnrichmentSettingsInput!){updateEnrichmentSettings(input:$input,expectedVersion:1){version}}',
    { input: { vocabulary: [`${secret} vocabulary`, `${secret}tag`], automaticFields: ['ALT_TEXT'] } },
  );
  client.destroy();
  await platform.settled();
}
