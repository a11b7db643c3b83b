/** What steps read and write, on AWS. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createMediaS3Client, createS3MediaStore } from '../../ports/media-store/aws.ts';
import { createResults } from '../../ports/results/media-store.ts';
import { createTable } from '../../ports/table/aws.ts';
import { environment } from '../environment.ts';
import type { StoragePorts } from './ports.ts';

export function storage(): StoragePorts {
  const { AWS_REGION, MEDIA_BUCKET, TABLE_NAME } = environment(['AWS_REGION', 'MEDIA_BUCKET', 'TABLE_NAME']);
  const media = createS3MediaStore({
    client: createMediaS3Client({ region: AWS_REGION }),
    bucket: MEDIA_BUCKET,
  });
  return {
    table: createTable({ client: new DynamoDBClient(), tableName: TABLE_NAME }),
    media,
    results: createResults(media),
    now: Date.now,
  };
}
