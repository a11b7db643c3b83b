/** A signed upload: the headers must be those that it was signed for, then the bytes are stored as they arrive. */
import type { IncomingMessage } from 'node:http';
import { badInput, RestError, shown } from '#api/functions/rest/rest-error.ts';
import { type LocalMediaStore, UploadMismatchError } from '#api/ports/media-store/local.ts';
import { MAX_UPLOAD_BYTES } from '#api/ports/media-store/port.ts';
import { diskFull, isDiskFull } from '../disk-full.ts';

type Receiver = Pick<LocalMediaStore, 'receive'>;
type Grant = Parameters<Receiver['receive']>[0];

/** @throws RestError that says why nothing was stored */
export async function receive(store: Receiver, grant: Grant, req: IncomingMessage): Promise<void> {
  checkHeaders(grant, req);
  try {
    await store.receive(grant, req);
  } catch (error) {
    if (isDiskFull(error)) throw diskFull(error);
    if (!(error instanceof UploadMismatchError)) throw error;
    throw badInput([{ field: 'body', received: error.received, fix: error.fix }]);
  }
}

function checkHeaders(grant: Grant, { headers }: IncomingMessage): void {
  if (headers['content-length'] === undefined) {
    throw new RestError(
      'LengthRequired',
      `Send content-length: ${grant.contentLength}. Received: no content-length.`,
    );
  }
  const length = Number(headers['content-length']);
  if (length > MAX_UPLOAD_BYTES) {
    throw new RestError(
      'TooLarge',
      `A file may have at most ${MAX_UPLOAD_BYTES} bytes. Received: ${length}.`,
    );
  }
  const signed: [field: string, wanted: string, received: string | string[] | undefined][] = [
    ['content-length', String(grant.contentLength), String(length)],
    ['content-type', String(grant.contentType), headers['content-type']],
    ['x-amz-checksum-sha256', String(grant.sha256), headers['x-amz-checksum-sha256']],
  ];
  const problems = signed
    .filter(([, wanted, received]) => wanted !== received)
    .map(([field, wanted, received]) => ({
      field,
      received: shown(received),
      fix: `Send ${field}: ${wanted}, which the upload was signed for.`,
    }));
  const [first] = problems;
  if (first === undefined) return;
  const detail = `${first.fix} Received: ${first.received}.`;
  throw new RestError('Forbidden', detail, { errors: problems });
}
