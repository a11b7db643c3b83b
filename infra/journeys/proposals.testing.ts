/** Proposals and runs as machines write them: straight into the table. */
import { PutItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { EnrichmentRun, Proposal } from '#api/enrichment.ts';
import { acceptedAttributes } from '#api/functions/proposals/request.ts';
import {
  enrichedSk,
  enrichmentSk,
  inspirationProposalSk,
  projectProposalSk,
  tenantKey,
} from '#api/resolvers/_lib/keys.ts';
import { inventory } from '#infra/inventory.ts';
import { tableClient } from './isolation-table.testing.ts';
import type { TestPlatform } from './platform.testing.ts';

const AT = '2026-05-17T09:30:00.000Z';

const put = (client: DynamoDBClient, item: object): Promise<unknown> =>
  client.send(
    new PutItemCommand({
      TableName: inventory.table.name,
      Item: marshall(item, { removeUndefinedValues: true }),
    }),
  );

type Given = Partial<Omit<Proposal, 'receipt'>> &
  Pick<Proposal, 'id' | 'tenantId' | 'entity' | 'entityId' | 'field' | 'values'>;

/** A proposal of the model `model`, not decided unless `given` says so. */
export async function plantProposal(client: DynamoDBClient, given: Given, model: string): Promise<Proposal> {
  const proposal: Proposal = {
    state: 'PROPOSED',
    createdAt: AT,
    revision: 1,
    ...given,
    receipt: {
      enrichmentId: '01JZ5XH5J6K7M8N9P0Q1R2S3T4',
      model,
      promptVersion: '1',
      sourceEntity: given.entity,
      sourceId: given.entityId,
      passage: `${model} passage`,
      at: AT,
      inputTokens: 10,
      outputTokens: 2,
      microUsd: 1,
      confidence: 0.9,
    },
  };
  const { tenantId, projectId = '', inspirationId, id } = proposal;
  const sk = inspirationId ? inspirationProposalSk(inspirationId, id) : projectProposalSk(projectId, id);
  const listed = proposal.state === 'ACCEPTED' ? acceptedAttributes(proposal) : {};
  await put(client, { ...tenantKey(tenantId, sk), ...proposal, ...listed });
  return proposal;
}

/** A run that is under way, which no consumer starts. */
export async function plantRun(
  client: DynamoDBClient,
  given: Pick<EnrichmentRun, 'id' | 'tenantId' | 'subject' | 'entityId'> & Partial<EnrichmentRun>,
): Promise<void> {
  const run: EnrichmentRun = {
    state: 'RUNNING',
    proposals: 0,
    tokens: 0,
    microUsd: 0,
    requestedAt: AT,
    revision: 1,
    ...given,
  };
  await put(client, {
    ...tenantKey(run.tenantId, enrichmentSk(run.id)),
    entity: 'enrichment',
    ...run,
    updatedAt: AT,
  });
}

/** Says that a run is the newest of its subject. */
export const plantMark = (client: DynamoDBClient, tenantId: string, entityId: string, enrichmentId: string) =>
  put(client, { ...tenantKey(tenantId, enrichedSk(entityId)), enrichmentId });

/** A run that is under way and what it has proposed, as machines write it. */
export async function plantEnrichment(
  platform: TestPlatform,
  tenantId: string,
  secret: string,
  { projectId, inspirationId }: { projectId: string; inspirationId: string },
): Promise<Record<string, Array<Record<string, unknown>>>> {
  const client = tableClient(platform);
  const model = `${secret}@1`;
  const values = [`${secret} proposed`];
  const [run, further] = ['01JZ5XH5J6K7M8N9P0Q1R2S3T4', '01JZ5XH5J6K7M8N9P0Q1R2S3T5'];
  for (const id of [run, further])
    await plantRun(client, {
      id,
      tenantId,
      subject: 'PROJECT',
      entityId: projectId,
      projectId,
      problem: secret,
    });
  const proposals = await Promise.all(
    ['SUMMARY-0000000000000001', 'SUMMARY-0000000000000002'].map((id) =>
      plantProposal(
        client,
        { id, tenantId, projectId, entity: 'PROJECT', entityId: projectId, field: 'SUMMARY', values },
        model,
      ),
    ),
  );
  const ofInspiration = await plantProposal(
    client,
    {
      id: 'CREATOR-0000000000000001',
      tenantId,
      inspirationId,
      entity: 'INSPIRATION',
      entityId: inspirationId,
      field: 'CREATOR',
      values,
    },
    model,
  );
  client.destroy();
  return {
    Enrichment: [{ id: run }, { id: further }],
    Proposal: proposals.map(({ id }) => ({ id, projectId })),
    InspirationProposal: [{ id: ofInspiration.id, inspirationId }],
  };
}
