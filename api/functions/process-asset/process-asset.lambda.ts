import { fileURLToPath } from 'node:url';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createMediaS3Client, createS3MediaStore } from '../../ports/media-store/aws.ts';
import { createTable } from '../../ports/table/aws.ts';
import { consume } from '../consume.ts';
import { environment } from '../environment.ts';
import { createAssetRecords } from './asset-records.ts';
import { createDrawing } from './drawing-process.ts';
import { onAssetUploaded } from './on-asset-uploaded.ts';
import { createProcessAsset } from './process-asset.ts';
import { lambda } from '../../observability/function.lambda.ts';

const { AWS_REGION, MEDIA_BUCKET, TABLE_NAME } = environment(['AWS_REGION', 'MEDIA_BUCKET', 'TABLE_NAME']);

/** Bundled beside this function. */
const child = fileURLToPath(new URL('./draw-image.child.cjs', import.meta.url));

export const handler = lambda(
  consume(
    onAssetUploaded(
      createProcessAsset({
        media: createS3MediaStore({
          client: createMediaS3Client({ region: AWS_REGION }),
          bucket: MEDIA_BUCKET,
        }),
        assets: createAssetRecords({
          table: createTable({ client: new DynamoDBClient(), tableName: TABLE_NAME }),
          now: Date.now,
        }),
        draw: createDrawing({ child }).draw,
      }),
    ),
  ),
);
