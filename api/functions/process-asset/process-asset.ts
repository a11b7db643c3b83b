/**
 * One uploaded asset is taken apart, stored and recorded. Safe to run twice or late: the same bytes give the same
 * keys, and what is recorded is for the asset's store to accept or refuse.
 */
import { derivedKey, uploadKey } from '../../ports/media-store/keys.ts';
import { type MediaStore, PRIVATE_CACHE_CONTROL } from '../../ports/media-store/port.ts';
import type { DrawImage, ProcessedImage, RenderedFile } from './drawing.ts';
import { extensionOf } from './media-type.ts';
import { type MediaProblem, type ProcessedFile, processImage } from './process-image.ts';

export interface AssetRef {
  tenantId: string;
  projectId: string;
  assetId: string;
}

/** A file below `d/`. `publicKey(key)` names its public copy. */
export interface DerivedFile {
  key: string;
  contentType: string;
  /** Bytes. */
  size: number;
  hash: string;
}

export interface DerivedPicture extends DerivedFile {
  width: number;
  height: number;
}

/** What is recorded of a picture. */
export type DerivedImage = Omit<ProcessedImage, 'variants' | 'animation' | 'original'> & {
  variants: DerivedPicture[];
  animation?: DerivedPicture;
  original: DerivedPicture;
};

/** What is recorded of a file that is no picture: `original` is the upload as it came. */
export interface DerivedDocument {
  kind: 'FILE';
  contentType: string;
  original: DerivedFile;
}

export type Derived = DerivedImage | DerivedDocument;

/** The table, as far as it is needed. Both writes answer false when the asset is gone, and then write nothing. */
export interface AssetRecords {
  /** What was declared for the upload, or null when the asset is gone. */
  read(ref: AssetRef): Promise<{ contentType: string } | null>;
  saveDerived(ref: AssetRef, derived: Derived): Promise<boolean>;
  saveFailure(ref: AssetRef, problem: MediaProblem): Promise<boolean>;
}

export interface ProcessAssetPorts {
  media: Pick<MediaStore, 'read' | 'write' | 'copy' | 'remove'>;
  assets: AssetRecords;
  draw: DrawImage;
}

/** How it ended: the asset can be shown, was refused, or is no longer there (nothing is left behind then). */
export type ProcessAssetOutcome = 'READY' | 'FAILED' | 'GONE';

/** The function that processes one asset. It rejects only when a port does: then it is right to try again. */
export function createProcessAsset({
  media,
  assets,
  draw,
}: ProcessAssetPorts): (ref: AssetRef) => Promise<ProcessAssetOutcome> {
  return async (ref) => {
    const asset = await assets.read(ref);
    if (!asset) return 'GONE';
    const fail = async (problem: MediaProblem): Promise<ProcessAssetOutcome> =>
      (await assets.saveFailure(ref, problem)) ? 'FAILED' : 'GONE';

    const upload = await media.read(uploadKey(ref.tenantId, ref.assetId));
    if (!upload) {
      const detail = 'The file never arrived. Upload it again.';
      return fail({ code: 'MEDIA_MISSING', detail, declared: asset.contentType });
    }
    const result = await processImage(upload.bytes, asset.contentType, draw);
    if (result.kind === 'PROBLEM') return fail(result.problem);

    const derived =
      result.kind === 'FILE'
        ? await storeDocument(media, ref, result, upload.size)
        : await storePicture(media, ref, result);
    if (await assets.saveDerived(ref, derived)) return 'READY';
    await media.remove(filesOf(derived).map(({ key }) => key));
    return 'GONE';
  };
}

/** Every stored file of a record, to copy on publication or to remove. */
export const filesOf = (derived: Derived): DerivedFile[] =>
  derived.kind === 'FILE'
    ? [derived.original]
    : [...derived.variants, ...(derived.animation ? [derived.animation] : []), derived.original];

type Media = ProcessAssetPorts['media'];

async function storeDocument(
  media: Media,
  { tenantId, assetId }: AssetRef,
  { contentType, hash }: ProcessedFile,
  size: number,
): Promise<DerivedDocument> {
  const key = derivedKey(tenantId, assetId, { hash, width: 0, extension: extensionOf(contentType) });
  await media.copy(uploadKey(tenantId, assetId), key, { cacheControl: PRIVATE_CACHE_CONTROL });
  return { kind: 'FILE', contentType, original: { key, contentType, size, hash } };
}

async function storePicture(
  media: Media,
  { tenantId, assetId }: AssetRef,
  image: ProcessedImage,
): Promise<DerivedImage> {
  const store = async ({ bytes, ...file }: RenderedFile): Promise<DerivedPicture> => {
    const extension = extensionOf(file.contentType);
    const key = derivedKey(tenantId, assetId, { hash: file.hash, width: file.width, extension });
    await media.write(key, bytes, { contentType: file.contentType, cacheControl: PRIVATE_CACHE_CONTROL });
    return { key, size: bytes.length, ...file };
  };
  const { variants, animation, original, ...facts } = image;
  return {
    ...facts,
    variants: await Promise.all(variants.map(store)),
    ...(animation ? { animation: await store(animation) } : {}),
    original: await store(original),
  };
}
