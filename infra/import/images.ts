import { createHash } from 'node:crypto';
import { sniffMediaType } from '#api/functions/process-asset/media-type.ts';
import { createAssetInput } from '#api/resolvers/_lib/rules.gen.ts';
import { UnreachableError, pauseBefore, type ApiError } from './client.ts';
import { isRefusal, reference } from './entities.ts';
import { fit } from './fit.ts';
import type { ImageFile, Run } from './run.ts';
import type { ImageReference } from './work.ts';

/** What the importer looks at of an asset. */
interface Asset {
  id: string;
  version: number;
  status: 'AWAITING_UPLOAD' | 'PROCESSING' | 'READY' | 'FAILED';
  problem: string | null;
  sha256: string;
}

interface Upload {
  url: string;
  method: string;
  headers: Array<{ name: string; value: string }>;
}

/** Where the images of a work go. */
export interface ImageTarget {
  tenantId: string;
  projectId: string;
  /** The work's own id, which the references of its images begin with. */
  id: string;
}

const UPLOAD_TRIES = 5;
const MOST_REFERENCES = 5;
const POLLS = 120;
const POLL_PAUSE = 500;

/** What became of the images of a work. */
export interface ImageOutcome {
  /** Something is there that was not before. */
  changed: boolean;
  notes: string[];
  /** Why the work should not be published yet. */
  problem: string | undefined;
}

/** Uploads the images of a work whose files are there, in their order, and waits until each is ready or refused. */
export async function importImages(
  run: Run,
  target: ImageTarget,
  images: readonly ImageReference[],
): Promise<ImageOutcome> {
  const outcome: ImageOutcome = { changed: false, notes: [], problem: undefined };
  const waiting: Asset[] = [];
  for (const [index, image] of run.findImage === undefined ? [] : images.entries()) {
    const file = await findFirst(run, image.files);
    if (file === undefined) {
      outcome.notes.push(`There is no file for the image ${image.files.join(' or ') || index + 1}.`);
      continue;
    }
    const { asset, created } = await keepAsset(run, target, index, image.alt, file);
    run.report.images[created ? 'created' : 'unchanged'] += 1;
    outcome.changed ||= created;
    if (asset.sha256 !== digest(file.bytes)) {
      outcome.notes.push(
        `${file.fileName} is not the file that was uploaded before; the earlier one was kept.`,
      );
    }
    waiting.push(asset);
  }
  for (const asset of waiting) {
    const { status, problem } = await settled(run, target, asset);
    if (status === 'FAILED') {
      run.report.images.refused += 1;
      outcome.notes.push(`The image ${asset.id} was refused: ${problem ?? 'no reason was given'}`);
    } else if (status !== 'READY') {
      outcome.problem = `The image ${asset.id} is still ${status}: run the import again to publish the work.`;
    }
  }
  return outcome;
}

async function findFirst(run: Run, names: readonly string[]): Promise<ImageFile | undefined> {
  for (const name of names) {
    const file = await run.findImage?.(name);
    if (file !== undefined) return file;
  }
  return undefined;
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64');

/**
 * Declares an asset and sends its bytes, or finds the one that an earlier run made. One whose bytes never arrived is
 * deleted, since its signed address is gone, and declared again under the next reference.
 */
async function keepAsset(
  run: Run,
  { tenantId, projectId, id }: ImageTarget,
  index: number,
  altText: string | null,
  { bytes, fileName }: ImageFile,
): Promise<{ asset: Asset; created: boolean }> {
  const declared = {
    // A name that the contract does not take is left out: the picture counts.
    fileName: fit(fileName, 'String', createAssetInput.fileName ?? {}),
    contentType: sniffMediaType(bytes) ?? 'application/octet-stream',
    size: bytes.byteLength,
    sha256: digest(bytes),
    ...(altText !== null && { altText }),
  };
  for (let number = 1; ; number += 1) {
    const tail = number === 1 ? '' : `~${number}`;
    const input = { ...declared, externalRef: reference(`${id}#image-${index + 1}${tail}`) };
    try {
      type Created = { asset: Asset; upload: Upload };
      const { asset, upload } = await run.client.call<Created>('createAsset', { projectId, input }, tenantId);
      await send(run, upload, bytes);
      return { asset: await complete(run, tenantId, projectId, asset.id), created: true };
    } catch (error) {
      if (!isRefusal(error, 'ExternalRefTaken') || number === MOST_REFERENCES) throw error;
      const known = await takeUp(run, tenantId, projectId, error);
      if (known !== undefined) return { asset: known, created: false };
    }
  }
}

/** The asset of an earlier run, if it is whole or can be made so; undefined when there has to be another. */
async function takeUp(
  run: Run,
  tenantId: string,
  projectId: string,
  taken: ApiError,
): Promise<Asset | undefined> {
  const assetId = String(taken.info.id);
  const variables = { projectId, assetId };
  try {
    const asset = await run.client.call<Asset>('asset', variables, tenantId);
    if (asset.status !== 'AWAITING_UPLOAD') return asset;
    try {
      return await complete(run, tenantId, projectId, assetId);
    } catch (error) {
      if (!isRefusal(error, 'NotReady')) throw error;
      await run.client.call('deleteAsset', { ...variables, expectedVersion: asset.version }, tenantId);
      return undefined;
    }
  } catch (error) {
    if (isRefusal(error, 'NotFound')) return undefined;
    throw error;
  }
}

const complete = (run: Run, tenantId: string, projectId: string, assetId: string): Promise<Asset> =>
  run.client.call<Asset>('completeUpload', { projectId, assetId }, tenantId);

async function send(run: Run, upload: Upload, bytes: Uint8Array): Promise<void> {
  if (run.upload === undefined) throw new Error('There are images but no way to upload them: pass `upload`.');
  for (let tries = 1; ; tries += 1) {
    try {
      await run.upload({ ...upload, bytes });
      return;
    } catch (error) {
      if (tries === UPLOAD_TRIES) {
        throw new UnreachableError(`The upload failed ${tries} times: ${(error as Error).message}`, {
          cause: error,
        });
      }
      run.report.retries += 1;
      await run.sleep(pauseBefore(tries));
    }
  }
}

/** Polls an asset until it is ready or refused, for a minute at most. */
async function settled(run: Run, { tenantId, projectId }: ImageTarget, asset: Asset): Promise<Asset> {
  let current = asset;
  for (let polls = 0; current.status === 'PROCESSING' && polls < POLLS; polls += 1) {
    await run.sleep(Math.min(POLL_PAUSE, 50 * (polls + 1)));
    current = await run.client.call<Asset>('asset', { projectId, assetId: asset.id }, tenantId);
  }
  return current;
}
