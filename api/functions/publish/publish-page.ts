/** A tenant's own page: published, taken down, deleted. Small enough for one item. */
import { TransactionCancelled, type Item, type Write } from '../../ports/table/port.ts';
import type { PageCard, PageDocument } from '../../ports/public-content/port.ts';
import {
  PROFILE,
  pageSk,
  publicCollection,
  publicIdSk,
  publicKey,
  publicPageSk,
  redirectSk,
  tenantKey,
} from '../../resolvers/_lib/keys.ts';
import { markdownToHtml } from './markdown.ts';
import { partNumber, piecesOf } from './pieces.ts';
import { Problem, notFound, versionConflict } from './problem.ts';
import { atVersion, draftAt, type PublicationPorts, type PublicationRequest } from './request.ts';

const keyOf = ({ tenantId, id }: PublicationRequest) => tenantKey(tenantId, pageSk(id));

function pageDocument(page: Item, publishedAt: string): PageDocument {
  const { id, path, title, body, visibility, version } = page as unknown as PageDocument;
  const optional = (name: string) => (page[name] ?? null) as string | null;
  return {
    id,
    path,
    title,
    summary: optional('summary'),
    body,
    bodyHtml: markdownToHtml(body),
    language: optional('language'),
    sortOrder: (page.sortOrder ?? null) as number | null,
    visibility,
    version,
    publishedAt,
  };
}

/** What lists show of a page. */
function pageCard({ path, title, summary, sortOrder, publishedAt }: PageDocument): PageCard {
  return { path, title, summary, sortOrder, publishedAt };
}

/** Pages without a `sortOrder` come after those with one. */
const orderOf = ({ sortOrder, path }: PageDocument): string =>
  `${String(sortOrder ?? 9_999_999).padStart(7, '0')}#${path}`;

export async function publishPage(ports: PublicationPorts, request: PublicationRequest): Promise<Item> {
  const { table } = ports;
  const { tenantId, id, expectedVersion } = request;
  const page = await draftAt(table, keyOf(request), 'page', request);
  const document = pageDocument(page, new Date(ports.now()).toISOString());
  const generation = ports.ulid();
  const [text = '', ...further] = piecesOf(JSON.stringify(document));
  const head = publicKey(tenantId, publicPageSk(document.path));
  await table.putAll(
    further.map((piece, index) => ({
      PK: head.PK,
      SK: `${head.SK}#${generation}#${partNumber(index + 1)}`,
      text: piece,
    })),
  );
  const old = page.publishedPath as string | undefined;
  const moved: Write[] =
    old === undefined || old === document.path
      ? []
      : [
          { remove: publicKey(tenantId, publicPageSk(old)) },
          { put: { ...publicKey(tenantId, redirectSk(`pages/${old}`)), to: id } },
        ];
  await transactOrRefuse(ports, request, [
    { check: publicKey(tenantId, PROFILE), if: { expression: 'attribute_exists(PK)' } },
    {
      update: keyOf(request),
      set: {
        expression: `SET publishedVersion = :version, publishedAt = :at, publishedPath = :path, publishedBy = :by,
          updatedVia = :via, requestId = :request, card.publishedVersion = :version, card.publishedAt = :at`,
        values: {
          ':version': expectedVersion,
          ':at': document.publishedAt,
          ':path': document.path,
          ':by': request.uid,
          ':via': request.via,
          ':request': request.requestId,
        },
      },
      if: atVersion(expectedVersion),
    },
    {
      put: {
        ...head,
        entityId: id,
        tenantId,
        generation,
        parts: further.length + 1,
        text,
        version: document.version,
        publishedAt: document.publishedAt,
        visibility: document.visibility,
        card: pageCard(document),
        ...(document.visibility === 'LISTED' && {
          collection: publicCollection(tenantId, 'PAGE'),
          order: orderOf(document),
        }),
      },
    },
    { put: { ...publicKey(tenantId, publicIdSk(id)), at: publicPageSk(document.path) } },
    { remove: publicKey(tenantId, redirectSk(`pages/${document.path}`)) },
    ...moved,
  ]);
  return (await table.get(keyOf(request), { consistent: true })) ?? page;
}

/** The draft stays. Safe to repeat. */
export async function unpublishPage(ports: PublicationPorts, request: PublicationRequest): Promise<Item> {
  return takeDown(ports, request, {
    expression: `SET updatedVia = :via, requestId = :request
      REMOVE publishedVersion, publishedAt, card.publishedVersion, card.publishedAt`,
    values: {},
  });
}

/** The draft becomes a tombstone, out of every list; `tidy` removes it. */
export async function deletePage(ports: PublicationPorts, request: PublicationRequest): Promise<Item> {
  return takeDown(ports, request, {
    expression: `SET updatedVia = :via, requestId = :request, deletedAt = :now, updatedAt = :now, updatedBy = :by,
      #version = #version + :one
      REMOVE publishedVersion, publishedAt, #collection, changedAt, createdId, card`,
    names: { '#version': 'version', '#collection': 'collection' },
    values: { ':now': new Date(ports.now()).toISOString(), ':by': request.uid, ':one': 1 },
  });
}

async function takeDown(
  ports: PublicationPorts,
  request: PublicationRequest,
  set: { expression: string; names?: Record<string, string>; values: Record<string, unknown> },
): Promise<Item> {
  const { tenantId, id } = request;
  const page = await draftAt(ports.table, keyOf(request), 'page', request);
  const path = page.publishedPath as string | undefined;
  await transactOrRefuse(ports, request, [
    {
      update: keyOf(request),
      set: { ...set, values: { ...set.values, ':via': request.via, ':request': request.requestId } },
      if: atVersion(request.expectedVersion),
    },
    ...(path
      ? [{ remove: publicKey(tenantId, publicPageSk(path)) }, { remove: publicKey(tenantId, publicIdSk(id)) }]
      : []),
  ]);
  return (await ports.table.get(keyOf(request), { consistent: true })) ?? page;
}

/** Runs the writes; a failed check is the profile's, a failed update the draft's. */
async function transactOrRefuse(
  { table }: PublicationPorts,
  request: PublicationRequest,
  writes: Write[],
): Promise<void> {
  try {
    await table.transact(writes);
  } catch (error) {
    if (!(error instanceof TransactionCancelled)) throw error;
    if (writes.some((write, index) => 'check' in write && error.failed[index])) {
      throw new Problem(
        'ProfileNotPublished',
        'The profile is not public, so the page would have no portfolio.',
        {
          fix: 'Publish the profile first (publishProfile, or POST /v1/me/profile/publish).',
        },
      );
    }
    const current = error.items[writes.findIndex((write) => 'update' in write)];
    if (!current || current.deletedAt) throw notFound('page', request.id);
    throw versionConflict('page', request.id, request.expectedVersion, current.version);
  }
}
