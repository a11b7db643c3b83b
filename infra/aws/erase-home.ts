/** What `npm run erase -- --aws` works on: the deployed table and bucket, as whoever runs it. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ulid } from 'ulid';
import { environment } from '#api/functions/environment.ts';
import { createMediaS3Client, createS3MediaStore } from '#api/ports/media-store/aws.ts';
import { createTable } from '#api/ports/table/aws.ts';
import type { EraseHome } from '../erase/erase-home.ts';
import { createFileVersions } from './file-versions.ts';

/** @param env `AWS_REGION`, and `TABLE_NAME` and `MEDIA_BUCKET` as the deployment's outputs name them */
export function awsHome(env: Readonly<Record<string, string | undefined>>): EraseHome {
  const { AWS_REGION: region, ...named } = environment(['AWS_REGION', 'TABLE_NAME', 'MEDIA_BUCKET'], env);
  const database = new DynamoDBClient({ region, endpoint: env.AWS_ENDPOINT_URL_DYNAMODB });
  const client = createMediaS3Client({ region, endpoint: env.AWS_ENDPOINT_URL_S3 });
  const bucket = named.MEDIA_BUCKET;
  return {
    ports: {
      table: createTable({ client: database, tableName: named.TABLE_NAME }),
      media: createS3MediaStore({ client, bucket }),
      versions: createFileVersions({ client, bucket }),
      now: Date.now,
      ulid: () => ulid(),
    },
    reacts: true,
    close() {
      database.destroy();
      client.destroy();
      return Promise.resolve();
    },
  };
}
