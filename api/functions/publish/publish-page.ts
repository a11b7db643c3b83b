/** A tenant's own page: published, taken down, deleted. Small enough for one item. */
import {
  TransactionCancelled,
  type Condition,
  type Item,
  type Table,
  type Write,
} from '../../ports/table/port.ts';
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
import { Overtaken, untilSettled } from './attempts.ts';
import { generationOf, publicationOf, unchanged } from './generation.ts';
import { machineStamp } from './machine-stamp.ts';
import { partNumber, piecesOf } from './pieces.ts';
import { Problem, notFound, versionConflict } from './problem.ts';
import { draftAt, type PublicationPorts, type PublicationRequest, type Publishing } from './request.ts';
import type { RenderText } from './text-renderer.ts';

const keyOf = ({ tenantId, id }: PublicationRequest) => tenantKey(tenantId, pageSk(id));

async function pageDocument(page: Item, publishedAt: string, render: RenderText): Promise<PageDocument> {
  const { id, path, title, body, visibility, version } = page as unknown as PageDocument;
  const optional = (name: string) => (page[name] ?? null) as string | null;
  return {
    id,
    path,
    title,
    summary: optional('summary'),
    body,
    bodyHtml: await render(body, 'body'),
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

export const publishPage = (ports: Publishing, request: PublicationRequest): Promise<Item> =>
  untilSettled(() => publishOnce(ports, request));

async function publishOnce(ports: Publishing, request: PublicationRequest): Promise<Item> {
  const { table } = ports;
  const { tenantId, id } = request;
  const page = await draftAt(table, keyOf(request), 'page', request);
  const document = await pageDocument(page, new Date(ports.now()).toISOString(), ports.render);
  const generation = generationOf(id, publicationOf(page) + 1, ports.ulid());
  const head = publicKey(tenantId, publicPageSk(document.path));
  const [text = '', ...further] = piecesOf(JSON.stringify(document));
  const pieces = further.map((piece, index) => ({
    PK: head.PK,
    SK: `${head.SK}#${generation}#${partNumber(index + 1)}`,
    text: piece,
  }));
  await table.putAll(pieces);
  await transactOrRefuse(ports, request, [
    { check: publicKey(tenantId, PROFILE), if: { expression: 'attribute_exists(PK)' } },
    flip(page, document, generation, request),
    {
      put: {
        ...head,
        entityId: id,
        tenantId,
        generation,
        parts: further.length + 1,
        pieces: pieces.map(({ SK }) => SK),
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
    ...moves(page, document),
  ]);
  return (await table.get(keyOf(request), { consistent: true })) ?? page;
}

/** The draft notes what of it is public, and under which paths it stood. */
function flip(page: Item, document: PageDocument, generation: string, request: PublicationRequest): Write {
  const { path, publishedAt } = document;
  const old = page.publishedPath as string | undefined;
  const paths = (page.oldPaths ?? []) as string[];
  return {
    update: keyOf(request),
    set: {
      expression: `SET publishedVersion = :version, publishedAt = :at, publishedPath = :path, publishedBy = :by,
        publication = :publication, generation = :generation, oldPaths = :old,
        updatedVia = :via, requestId = :request, card.publishedVersion = :version, card.publishedAt = :at`,
      values: {
        ':version': request.expectedVersion,
        ':at': publishedAt,
        ':path': path,
        ':by': request.uid,
        ':publication': publicationOf(page) + 1,
        ':generation': generation,
        ':old': old === undefined || old === path ? paths : [...new Set([...paths, old])],
        ':via': request.via,
        ':request': request.requestId,
      },
    },
    if: unchanged(page),
  };
}

/** Under a new path, the old one redirects; a redirect from the new one to elsewhere ends. */
function moves(page: Item, { id, path }: PageDocument): Write[] {
  const { tenantId, publishedPath: old } = page as { tenantId: string; publishedPath?: string };
  const ended: Write = { remove: publicKey(tenantId, redirectSk(`pages/${path}`)) };
  if (old === undefined || old === path) return [ended];
  return [
    ended,
    { remove: publicKey(tenantId, publicPageSk(old)) },
    { put: { ...publicKey(tenantId, redirectSk(`pages/${old}`)), to: id } },
  ];
}

const NOT_PUBLIC = 'publishedVersion, publishedAt, generation, card.publishedVersion, card.publishedAt';

/** The draft stays. Safe to repeat. */
export const unpublishPage = (ports: Publishing, request: PublicationRequest): Promise<Item> =>
  takeDown(ports, request, {
    expression: `SET publication = :publication, updatedVia = :via, requestId = :request REMOVE ${NOT_PUBLIC}`,
    values: { ':via': request.via, ':request': request.requestId },
  });

/** The draft becomes a tombstone, out of every list; `tidy` removes it. */
export const deletePage = (ports: PublicationPorts, request: PublicationRequest): Promise<Item> =>
  takeDown(ports, request, {
    expression: `SET publication = :publication, updatedVia = :via, requestId = :request, deletedAt = :now,
      updatedAt = :now, updatedBy = :by, #version = #version + :one
      REMOVE publishedVersion, publishedAt, generation, #collection, changedAt, createdId, card`,
    names: { '#version': 'version', '#collection': 'collection' },
    values: {
      ':via': request.via,
      ':request': request.requestId,
      ':now': new Date(ports.now()).toISOString(),
      ':by': request.uid,
      ':one': 1,
    },
  });

/** Takes a page down whose portfolio is no longer public. Leaves it alone when somebody else changed it meanwhile. */
export async function withdrawPage(table: Pick<Table, 'transact'>, page: Item): Promise<void> {
  const stamp = machineStamp('tidy');
  try {
    await table.transact(
      down(page, {
        expression: `SET publication = :publication, ${stamp.set} REMOVE ${NOT_PUBLIC}`,
        values: stamp.values,
      }),
    );
  } catch (error) {
    if (!(error instanceof TransactionCancelled)) throw error;
  }
}

const takeDown = (ports: PublicationPorts, request: PublicationRequest, set: Condition): Promise<Item> =>
  untilSettled(async () => {
    const page = await draftAt(ports.table, keyOf(request), 'page', request);
    await transactOrRefuse(ports, request, down(page, set));
    return (await ports.table.get(keyOf(request), { consistent: true })) ?? page;
  });

/** The draft's change, and with it the end of what readers find. */
function down(page: Item, set: Condition): Write[] {
  const { tenantId, id, publishedPath } = page as Record<string, string>;
  const update: Write = {
    update: tenantKey(tenantId ?? '', pageSk(id ?? '')),
    set: { ...set, values: { ...set.values, ':publication': publicationOf(page) + 1 } },
    if: unchanged(page),
  };
  if (page.publishedVersion === undefined) return [update];
  return [
    update,
    { remove: publicKey(tenantId ?? '', publicPageSk(publishedPath ?? '')) },
    { remove: publicKey(tenantId ?? '', publicIdSk(id ?? '')) },
  ];
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
    if (current.version === request.expectedVersion) throw new Overtaken();
    throw versionConflict('page', request.id, request.expectedVersion, current.version);
  }
}
