/** Renders the pages that a batch of events touches, and writes them to the site's bucket. */
import { pathToFileURL } from 'node:url';
import { CloudFrontClient } from '@aws-sdk/client-cloudfront';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { consumeTogether } from '#api/functions/consume.ts';
import { environment } from '#api/functions/environment.ts';
import { createPublicContent } from '#api/ports/public-content/table.ts';
import { createS3SiteStore, createSiteS3Client } from '#api/ports/site-store/aws.ts';
import { createTable } from '#api/ports/table/aws.ts';
import { PLATFORM_TENANT } from '#api/resolvers/_lib/keys.ts';
import { createPublisher, type Publisher } from './publisher.ts';
import { loadRenderer } from './renderer.ts';
import { lambda } from '#api/observability/function.lambda.ts';
import { log } from '#api/observability/telemetry.ts';

const env = environment([
  'AWS_REGION',
  'DISTRIBUTION_ID',
  'MEDIA_ORIGIN',
  'PAGES_FOLDER',
  'PUBLIC_ORIGIN',
  'SITE_BUCKET',
  'TABLE_NAME',
]);
const { PUBLIC_ORIGIN: origin, MEDIA_ORIGIN: mediaOrigin } = env;

async function start(): Promise<Publisher> {
  const started = createPublisher({
    content: createPublicContent(createTable({ client: new DynamoDBClient(), tableName: env.TABLE_NAME })),
    store: createS3SiteStore({
      client: createSiteS3Client({ region: env.AWS_REGION }),
      bucket: env.SITE_BUCKET,
      edge: { client: new CloudFrontClient(), distributionId: env.DISTRIBUTION_ID },
    }),
    renderer: await loadRenderer({
      dir: pathToFileURL(env.PAGES_FOLDER),
      site: { origin, media: mediaOrigin === origin ? '' : mediaOrigin },
      replaceable: false,
    }),
    log: (message, detail) => log('error', message, detail),
    docsTenantId: PLATFORM_TENANT,
  });
  await started.resume();
  return started;
}

// Begun with the first events: what fails then fails them, and is tried again with the next.
let publisher: Promise<Publisher> | undefined;
async function running(): Promise<Publisher> {
  try {
    return await (publisher ??= start());
  } catch (error) {
    publisher = undefined;
    throw error;
  }
}

// The environment is frozen between calls, so lists are written before the answer and not by the clock.
export const handler = lambda(
  consumeTogether(async (events) => {
    const { handle, flush } = await running();
    const failed = await handle(events);
    await flush();
    return failed;
  }),
);
