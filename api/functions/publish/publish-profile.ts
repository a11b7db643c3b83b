/** The front page of a portfolio: published, or taken down with everything below it. */
import { TransactionCancelled, type Item, type Write } from '../../ports/table/port.ts';
import type { ProfileDocument } from '../../ports/public-content/port.ts';
import type { PortfolioCard } from '../../types.gen.ts';
import { PROFILE, portfolioShard, publicKey, tenantKey, unlistedShard } from '../../resolvers/_lib/keys.ts';
import { fold } from './fold.ts';
import { notFound, versionConflict } from './problem.ts';
import {
  atVersion,
  draftAt,
  type PublicationPorts,
  type PublicationRequest,
  type Publishing,
} from './request.ts';
import { shardOf } from './shard.ts';
import type { RenderText } from './text-renderer.ts';

const WHAT = 'profile of the tenant';

const FIELDS = [
  'name',
  'kind',
  'sortName',
  'altNames',
  'dateText',
  'birthYear',
  'deathYear',
  'birthPlace',
  'deathPlace',
  'nationality',
  'summary',
  'statement',
  'licence',
  'facts',
  'links',
  'visibility',
  'version',
] as const;

/** How often the portfolio was published or taken down: versions of what is found of it grow with it. */
const COUNTED = 'publication = if_not_exists(publication, :none) + :one';
const ONE_MORE = { ':none': 0, ':one': 1 };

const keyOf = ({ tenantId }: PublicationRequest) => tenantKey(tenantId, PROFILE);

async function profileDocument(
  profile: Item,
  publishedAt: string,
  render: RenderText,
): Promise<ProfileDocument> {
  const fields = Object.fromEntries(FIELDS.map((name) => [name, profile[name] ?? null]));
  return {
    ...(fields as unknown as ProfileDocument),
    statementHtml: profile.statement ? await render(profile.statement as string, 'statement') : null,
    publishedAt,
  };
}

/** What lists show of a portfolio. */
function portfolioCard(handle: string, document: ProfileDocument): PortfolioCard {
  const { name, kind, dateText, summary, publishedAt } = document;
  return { handle, name, kind, dateText, summary, publishedAt };
}

export async function publishProfile(ports: Publishing, request: PublicationRequest): Promise<Item> {
  const { table } = ports;
  const { tenantId, expectedVersion } = request;
  const profile = await draftAt(table, keyOf(request), WHAT, request);
  const handle = profile.handle as string;
  const document = await profileDocument(profile, new Date(ports.now()).toISOString(), ports.render);
  const before = profile.publishedHandle as string | undefined;
  const held = [...((profile.oldHandles ?? []) as string[]), ...(before ? [before] : [])];
  const oldHandles = [...new Set(held)].filter((old) => old !== handle);
  const shard = shardOf(tenantId);
  await transactOrRefuse(ports, request, [
    {
      update: keyOf(request),
      set: {
        expression: `SET publishedVersion = :version, publishedAt = :at, publishedHandle = :handle,
          oldHandles = :old, publishedBy = :by, updatedVia = :via, requestId = :request, ${COUNTED}`,
        values: {
          ...ONE_MORE,
          ':version': expectedVersion,
          ':at': document.publishedAt,
          ':handle': handle,
          ':old': oldHandles,
          ':by': request.uid,
          ':via': request.via,
          ':request': request.requestId,
        },
      },
      if: atVersion(expectedVersion),
    },
    {
      put: {
        ...publicKey(tenantId, PROFILE),
        tenantId,
        handle,
        name: document.name,
        oldHandles,
        text: JSON.stringify(document),
        generation: document.publishedAt,
        parts: 1,
        version: document.version,
        publishedAt: document.publishedAt,
        visibility: document.visibility,
        card: { ...portfolioCard(handle, document), tenantId },
        portfolioShard: document.visibility === 'LISTED' ? portfolioShard(shard) : unlistedShard(shard),
        portfolioOrder: `${fold(document.sortName ?? document.name)}#${tenantId}`,
      },
    },
  ]);
  return (await table.get(keyOf(request), { consistent: true })) ?? profile;
}

/** Without its profile nothing of a portfolio is found; `tidy` then takes down the works and pages. Safe to repeat. */
export async function unpublishProfile(ports: PublicationPorts, request: PublicationRequest): Promise<Item> {
  const profile = await draftAt(ports.table, keyOf(request), WHAT, request);
  await transactOrRefuse(ports, request, [
    {
      update: keyOf(request),
      set: {
        expression: `SET updatedVia = :via, requestId = :request, ${COUNTED} REMOVE publishedVersion, publishedAt`,
        values: { ...ONE_MORE, ':via': request.via, ':request': request.requestId },
      },
      if: atVersion(request.expectedVersion),
    },
    { remove: publicKey(request.tenantId, PROFILE) },
  ]);
  return (await ports.table.get(keyOf(request), { consistent: true })) ?? profile;
}

/** The profile becomes a tombstone; `tidy` removes the tenant with everything in it. Its handles stay taken. */
export async function deleteTenant(ports: PublicationPorts, request: PublicationRequest): Promise<Item> {
  const profile = await draftAt(ports.table, keyOf(request), WHAT, request);
  await transactOrRefuse(ports, request, [
    {
      update: keyOf(request),
      set: {
        expression: `SET updatedVia = :via, requestId = :request, deletedAt = :now, updatedAt = :now, updatedBy = :by,
          #version = #version + :one
          REMOVE publishedVersion, publishedAt, #collection, #order, createdId, card`,
        names: { '#version': 'version', '#collection': 'collection', '#order': 'order' },
        values: {
          ':via': request.via,
          ':request': request.requestId,
          ':now': new Date(ports.now()).toISOString(),
          ':by': request.uid,
          ':one': 1,
        },
      },
      if: atVersion(request.expectedVersion),
    },
    { remove: publicKey(request.tenantId, PROFILE) },
  ]);
  return profile;
}

async function transactOrRefuse(
  { table }: PublicationPorts,
  request: PublicationRequest,
  writes: Write[],
): Promise<void> {
  try {
    await table.transact(writes);
  } catch (error) {
    if (!(error instanceof TransactionCancelled)) throw error;
    const current = error.items[0];
    if (!current || current.deletedAt) throw notFound(WHAT, request.tenantId);
    throw versionConflict(WHAT, request.tenantId, request.expectedVersion, current.version);
  }
}
