/** What resolvers ask of the media store: sign an upload, sign reads of a draft, see whether bytes have arrived. */
import type { MediaStore } from '../../ports/media-store/port.ts';
import { uploadKey } from '../../ports/media-store/keys.ts';
import type { ImageVariant, Upload } from '../../types.gen.ts';

/** How long an upload may begin, and how long the address of a draft's picture works. */
const UPLOAD_SECONDS = 900;
const READ_SECONDS = 900;

interface StoredVariant {
  key: string;
  width: number;
  height: number;
  contentType: string;
}

export type MediaRequest =
  | { action: 'signUpload'; tenantId: string; id: string; contentType: string; size: number; sha256: string }
  | { action: 'signVariants'; variants: StoredVariant[] }
  | { action: 'uploaded'; tenantId: string; id: string };

/** AppSync sends one request (Invoke) or the requests of several fields together (BatchInvoke). */
export function createMedia({
  store,
  now = Date.now,
}: {
  store: Pick<MediaStore, 'signUpload' | 'signRead' | 'head'>;
  now?: () => number;
}) {
  const signVariant = async ({ key, width, height, contentType }: StoredVariant): Promise<ImageVariant> => ({
    url: await store.signRead({ key, expiresInSeconds: READ_SECONDS }),
    width,
    height,
    contentType,
  });

  const signUpload = async (request: Extract<MediaRequest, { action: 'signUpload' }>): Promise<Upload> => {
    const { url, method, headers } = await store.signUpload({
      key: uploadKey(request.tenantId, request.id),
      contentType: request.contentType,
      contentLength: request.size,
      sha256: request.sha256,
      expiresInSeconds: UPLOAD_SECONDS,
    });
    return {
      url,
      method,
      headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
      expiresAt: new Date(now() + UPLOAD_SECONDS * 1000).toISOString(),
    };
  };

  const answer = async (request: MediaRequest): Promise<unknown> => {
    switch (request.action) {
      case 'signUpload':
        return signUpload(request);
      case 'signVariants':
        return Promise.all(request.variants.map(signVariant));
      case 'uploaded':
        return (await store.head(uploadKey(request.tenantId, request.id))) !== null;
    }
  };

  return async (payload: MediaRequest | MediaRequest[]): Promise<unknown> =>
    Array.isArray(payload) ? Promise.all(payload.map(answer)) : answer(payload);
}
