/** The media store on AWS, for functions of which many calls read no file: S3's client is loaded with the first that does. */
import type { MediaStore } from '../ports/media-store/port.ts';
import { environment } from './environment.ts';

type Files = Pick<MediaStore, 'read' | 'write' | 'remove' | 'list'>;

export function mediaStore(): Files {
  const { AWS_REGION: region, MEDIA_BUCKET: bucket } = environment(['AWS_REGION', 'MEDIA_BUCKET']);
  let loaded: Promise<Files> | undefined;
  const store = (): Promise<Files> =>
    (loaded ??= import('../ports/media-store/aws.ts').then(({ createMediaS3Client, createS3MediaStore }) =>
      createS3MediaStore({ client: createMediaS3Client({ region }), bucket }),
    ));
  return {
    read: async (key) => (await store()).read(key),
    write: async (...object) => (await store()).write(...object),
    remove: async (keys) => (await store()).remove(keys),
    async *list(prefix) {
      yield* (await store()).list(prefix);
    },
  };
}
