import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assertKey, uploadKey } from '../../ports/media-store/keys.ts';
import { MediaNotFoundError, PRIVATE_CACHE_CONTROL } from '../../ports/media-store/port.ts';
import { drawImage } from './draw-image.ts';
import {
  type AssetRecords,
  createProcessAsset,
  type Derived,
  type ProcessAssetPorts,
} from './process-asset.ts';
import type { MediaProblem } from './process-image.ts';
import { frames } from './samples.testing.ts';

const ref = {
  tenantId: '01K9Z0000000000000000000T1',
  projectId: '01K9Z0000000000000000000P1',
  assetId: '01K9Z0000000000000000000A1',
};
const upload = uploadKey(ref.tenantId, ref.assetId);

interface Stored {
  bytes: Uint8Array;
  contentType: string;
  cacheControl: string;
}

function memoryMedia(): ProcessAssetPorts['media'] & { objects: Map<string, Stored> } {
  const objects = new Map<string, Stored>();
  return {
    objects,
    async read(key) {
      const object = objects.get(assertKey(key));
      const facts = { etag: '"x"', lastModified: new Date(0) };
      return object ? { ...object, ...facts, size: object.bytes.length } : null;
    },
    async write(key, bytes, options) {
      objects.set(assertKey(key), { bytes, ...options });
    },
    async copy(from, to, options) {
      const object = objects.get(from);
      if (!object) throw new MediaNotFoundError(from);
      objects.set(assertKey(to), { ...object, ...options });
    },
    async remove(keys) {
      for (const key of keys) objects.delete(key);
    },
  };
}

/** @param goneAfterRead the asset is deleted while it is being processed */
function memoryAssets(contentType: string | null, goneAfterRead = false) {
  const saved: Derived[] = [];
  const failures: MediaProblem[] = [];
  const records: AssetRecords = {
    read: async () => (contentType === null ? null : { contentType }),
    saveDerived: async (_, derived) => {
      if (!goneAfterRead) saved.push(derived);
      return !goneAfterRead;
    },
    saveFailure: async (_, problem) => {
      if (!goneAfterRead) failures.push(problem);
      return !goneAfterRead;
    },
  };
  return { ...records, saved, failures };
}

async function run(bytes: Uint8Array | null, contentType: string | null, goneAfterRead = false) {
  const media = memoryMedia();
  if (bytes)
    await media.write(upload, bytes, { contentType: 'any/thing', cacheControl: PRIVATE_CACHE_CONTROL });
  const assets = memoryAssets(contentType, goneAfterRead);
  const processAsset = createProcessAsset({ media, assets, draw: drawImage });
  return { media, assets, processAsset, outcome: await processAsset(ref) };
}

const painting = await readFile(join(import.meta.dirname, 'fixtures/corridor-in-the-asylum.png'));

describe('processing an asset', () => {
  it('stores every file of a picture privately and records where', async () => {
    const { media, assets, outcome } = await run(painting, 'image/png');
    expect(outcome).toBe('READY');
    const [derived] = assets.saved;
    if (derived?.kind !== 'IMAGE') throw new Error('Expected a picture');
    expect(derived).toMatchObject({ contentType: 'image/png', width: 804, height: 1024, format: 'png' });
    expect(derived.variants.map(({ width }) => width)).toEqual([480, 804]);
    for (const file of [...derived.variants, derived.original]) {
      const stored = media.objects.get(file.key);
      expect(file.key).toMatch(
        new RegExp(`^d/${ref.tenantId}/${ref.assetId}/${file.hash}-${file.width}\\.(webp|png)$`),
      );
      expect(stored).toMatchObject({ contentType: file.contentType, cacheControl: PRIVATE_CACHE_CONTROL });
      expect(stored?.bytes.length).toBe(file.size);
    }
    expect(JSON.stringify(derived)).not.toContain('bytes');
    expect(media.objects.size).toBe(4);
  });

  it('stores the movement of an animation', async () => {
    const { media, assets } = await run(await frames('gif'), 'image/gif');
    const [derived] = assets.saved;
    const key = derived?.kind === 'IMAGE' ? derived.animation?.key : undefined;
    expect(media.objects.get(key ?? '')?.contentType).toBe('image/webp');
  });

  it('changes nothing when it is done twice', async () => {
    const { media, assets, processAsset } = await run(painting, 'image/png');
    const before = [...media.objects.keys()];
    await processAsset(ref);
    expect([...media.objects.keys()]).toEqual(before);
    expect(assets.saved[1]).toEqual(assets.saved[0]);
  });

  it('keeps a document as it came', async () => {
    const { media, assets, outcome } = await run(Buffer.from('%PDF-1.7'), 'application/pdf');
    const hash = createHash('sha256').update('%PDF-1.7').digest('hex').slice(0, 16);
    const key = `d/${ref.tenantId}/${ref.assetId}/${hash}-0.pdf`;
    expect(outcome).toBe('READY');
    expect(assets.saved).toEqual([
      {
        kind: 'FILE',
        contentType: 'application/pdf',
        original: { key, contentType: 'application/pdf', size: 8, hash },
      },
    ]);
    expect([...media.objects.keys()]).toEqual([upload, key]);
  });

  it('records why a file is refused, and stores nothing', async () => {
    const { media, assets, outcome } = await run(painting, 'image/jpeg');
    expect(outcome).toBe('FAILED');
    expect(assets.failures).toMatchObject([{ code: 'MEDIA_TYPE_MISMATCH', found: 'image/png' }]);
    expect([...media.objects.keys()]).toEqual([upload]);
  });

  it('records that a file never arrived', async () => {
    const { assets, outcome } = await run(null, 'image/png');
    expect(outcome).toBe('FAILED');
    expect(assets.failures).toMatchObject([{ code: 'MEDIA_MISSING', declared: 'image/png' }]);
  });

  it('does nothing for an asset that is gone', async () => {
    const { assets, outcome } = await run(painting, null);
    expect([outcome, assets.saved, assets.failures]).toEqual(['GONE', [], []]);
  });

  const going: [name: string, type: string][] = [
    ['a picture', 'image/png'],
    ['a refused file', 'image/jpeg'],
  ];
  it.for(going)('leaves nothing behind when the asset goes meanwhile: %s', async ([, type]) => {
    const { media, outcome } = await run(painting, type, true);
    expect(outcome).toBe('GONE');
    expect([...media.objects.keys()]).toEqual([upload]);
  });

  it('rejects when a port fails, so that it is tried again', async () => {
    const media = { ...memoryMedia(), read: () => Promise.reject(new Error('S3 is away')) };
    const processAsset = createProcessAsset({ media, assets: memoryAssets('image/png'), draw: drawImage });
    await expect(processAsset(ref)).rejects.toThrow('S3 is away');
  });
});
