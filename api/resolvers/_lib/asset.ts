import type { Asset, AssetStatus, CreateAssetInput } from '../../types.gen.ts';
import { assetSk, projectCollection, tenantKey } from './keys.ts';
import { createAssetInputDefaults } from './rules.gen.ts';
import { held, pick, type Attributes } from './expression.ts';

/** Lists show whole assets; what machines made of them is joined. */
export const ASSET_CARD = [
  'tenantId',
  'fileName',
  'contentType',
  'size',
  'sha256',
  'position',
  'altText',
  'caption',
  'credit',
  'focalPoint',
  'audience',
  'externalRef',
  'uploadedAt',
  'updatedAt',
  'updatedBy',
];

/** What a machine made of an asset: the item `...#DERIVED`. */
export interface Derived {
  revision: number;
  width?: number;
  height?: number;
  thumbhash?: string;
  palette?: string[];
  /** Stored sizes, smallest first; `key` is the media store's. */
  variants?: Array<{ key: string; width: number; height: number; contentType: string }>;
  /** Why the upload was refused. */
  problem?: string;
}

export const assetKey = (tenantId: string, projectId: string, id: string) =>
  tenantKey(tenantId, assetSk(projectId, id));

/** Attribute by which assets are ordered. */
export const assetOrder = (id: string, position: string): Attributes => ({ order: `${position}#${id}` });

/** The item of a new asset. Its place is its id's unless it was given one: by creation. */
export function assetItem(
  tenantId: string,
  projectId: string,
  id: string,
  input: CreateAssetInput,
  stamped: Attributes,
): Attributes {
  const { updatedAt } = stamped as { updatedAt: string };
  const position = input.position ?? id;
  const item: Attributes = {
    ...createAssetInputDefaults,
    ...held(input as Attributes),
    ...stamped,
    entity: 'asset',
    id,
    tenantId,
    projectId,
    position,
    version: 1,
    createdAt: updatedAt,
    collection: projectCollection(tenantId, projectId, 'ASSET'),
    ...assetOrder(id, position),
  };
  return { ...item, card: { ...pick(item, ASSET_CARD), id, projectId, version: 1, createdAt: updatedAt } };
}

function statusOf(item: Record<string, unknown>, derived: Derived | null): AssetStatus {
  if (derived) {
    return derived.problem === undefined ? 'READY' : 'FAILED';
  }
  return item.uploadedAt ? 'PROCESSING' : 'AWAITING_UPLOAD';
}

/** The asset as the API shows it. `variants` hold store keys: the field's own resolver signs them. */
export function assetView(item: Record<string, unknown>, derived: Derived | null): Asset {
  return {
    ...(item as unknown as Asset),
    status: statusOf(item, derived),
    problem: derived?.problem ?? null,
    width: derived?.width ?? null,
    height: derived?.height ?? null,
    thumbhash: derived?.thumbhash ?? null,
    palette: derived?.palette ?? null,
    variants: (derived?.variants ?? []) as unknown as Asset['variants'],
    revision: derived?.revision ?? 0,
  };
}
