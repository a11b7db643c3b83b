import { createMediaS3Client, createS3MediaStore } from '../../ports/media-store/aws.ts';
import { environment } from '../environment.ts';
import { createMedia } from './media.ts';
import { lambda } from '../../observability/function.lambda.ts';

const { AWS_REGION, MEDIA_BUCKET } = environment(['AWS_REGION', 'MEDIA_BUCKET']);

export const handler = lambda(
  createMedia({
    store: createS3MediaStore({ client: createMediaS3Client({ region: AWS_REGION }), bucket: MEDIA_BUCKET }),
  }),
);
