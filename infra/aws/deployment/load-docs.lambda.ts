/** Brings the documentation of its layer into the table, as pages of the platform's own tenant. */
import { readFileSync } from 'node:fs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { environment } from '#api/functions/environment.ts';
import { lambda } from '#api/observability/function.lambda.ts';
import { log } from '#api/observability/telemetry.ts';
import { createTable } from '#api/ports/table/aws.ts';
import { loadOwnDocs } from '#infra/docs/own-docs.ts';
import type { DocsPage } from '#infra/docs/page.ts';
import { onDeployment } from './custom-resource.ts';

const { DOCS_FOLDER, TABLE_NAME } = environment(['DOCS_FOLDER', 'TABLE_NAME']);
/** Less than the 300 s that the function may take. */
const WITHIN_MS = 270_000;

export const handler = lambda(
  onDeployment({
    async work() {
      const table = createTable({ client: new DynamoDBClient(), tableName: TABLE_NAME });
      const text = readFileSync(`${DOCS_FOLDER}docs.json`, 'utf8');
      const loaded = await loadOwnDocs(table, JSON.parse(text) as DocsPage[]);
      log('info', 'documentation loaded', { ...loaded });
    },
    withinMs: WITHIN_MS,
  }),
);
