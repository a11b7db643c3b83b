/** Writes the site after a deployment: see `publish-site.ts`. */
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { CloudFrontClient } from '@aws-sdk/client-cloudfront';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SFNClient } from '@aws-sdk/client-sfn';
import { ulid } from 'ulid';
import { environment } from '#api/functions/environment.ts';
import { lambda } from '#api/observability/function.lambda.ts';
import { log } from '#api/observability/telemetry.ts';
import { createPublicContent } from '#api/ports/public-content/table.ts';
import { createS3SiteStore, createSiteS3Client } from '#api/ports/site-store/aws.ts';
import { createSfnStateMachines } from '#api/ports/state-machines/aws.ts';
import { createTable } from '#api/ports/table/aws.ts';
import { PLATFORM_TENANT } from '#api/resolvers/_lib/keys.ts';
import { filesIn, writeSearch } from '#infra/docs/write-search.ts';
import { createPublisher } from '#site/publisher/publisher.ts';
import { loadRenderer } from '#site/publisher/renderer.ts';
import { type DeploymentEvent, isDeployment, onDeployment } from './custom-resource.ts';
import { createPublishSite, MACHINE, type PieceRequest } from './publish-site.ts';

const env = environment([
  'AWS_REGION',
  'DISTRIBUTION_ID',
  'DOCS_FOLDER',
  'MEDIA_ORIGIN',
  'PAGES_FOLDER',
  'PUBLIC_ORIGIN',
  'SITE_BUCKET',
  'STATE_MACHINE_ARN',
  'TABLE_NAME',
]);
const { PUBLIC_ORIGIN: origin, MEDIA_ORIGIN: mediaOrigin } = env;
/** Less than the 900 s that the function may take. */
const WITHIN_MS = 840_000;

async function start() {
  const store = createS3SiteStore({
    client: createSiteS3Client({ region: env.AWS_REGION }),
    bucket: env.SITE_BUCKET,
    edge: { client: new CloudFrontClient(), distributionId: env.DISTRIBUTION_ID },
  });
  const publisher = createPublisher({
    content: createPublicContent(createTable({ client: new DynamoDBClient(), tableName: env.TABLE_NAME })),
    store,
    renderer: await loadRenderer({
      dir: pathToFileURL(env.PAGES_FOLDER),
      site: { origin, media: mediaOrigin === origin ? '' : mediaOrigin },
      replaceable: false,
    }),
    log: (message, detail) => log('error', message, detail),
    docsTenantId: PLATFORM_TENANT,
  });
  return createPublishSite({
    publisher,
    async writeSearch() {
      const changed = await writeSearch(store, filesIn(pathToFileURL(`${env.DOCS_FOLDER}search/`)));
      // What stands at the edge ends within a day: no reason to take a deployment back.
      await store
        .invalidate(changed)
        .catch((error: unknown) => log('error', 'invalidation failed', { error }));
    },
    machines: createSfnStateMachines({
      client: new SFNClient(),
      arns: { [MACHINE]: env.STATE_MACHINE_ARN },
      now: () => performance.now(),
      wait: (ms) => wait(ms),
    }),
    ulid: () => ulid(),
    now: () => performance.now(),
  });
}

let site: ReturnType<typeof start> | undefined;
async function running() {
  try {
    return await (site ??= start());
  } catch (error) {
    site = undefined;
    throw error;
  }
}
const deploy = onDeployment({ work: async () => (await running()).deployed(), withinMs: WITHIN_MS });

export const handler = lambda(async (event: DeploymentEvent | PieceRequest) =>
  isDeployment(event) ? deploy(event) : (await running()).piece(event),
);
