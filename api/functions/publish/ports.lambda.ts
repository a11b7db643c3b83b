/** What publishing works with, on AWS. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ulid } from 'ulid';
import { createMediaS3Client, createS3MediaStore } from '../../ports/media-store/aws.ts';
import { createTable } from '../../ports/table/aws.ts';
import { environment } from '../environment.ts';
import type { PublicationPorts } from './request.ts';

export function publicationPorts(): PublicationPorts {
  const { AWS_REGION, MEDIA_BUCKET, TABLE_NAME } = environment(['AWS_REGION', 'MEDIA_BUCKET', 'TABLE_NAME']);
  return {
    table: createTable({ client: new DynamoDBClient(), tableName: TABLE_NAME }),
    media: createS3MediaStore({ client: createMediaS3Client({ region: AWS_REGION }), bucket: MEDIA_BUCKET }),
    now: Date.now,
    ulid: () => ulid(),
  };
}
