/**
 * The pages of the platform's tenant, written into the table as the resolvers of pages write them and published by the
 * functions behind `publishPage`. Who may do this holds the table itself: the start of a local platform, and a deployment,
 * whose role reaches the partitions of this tenant alone.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { ulid } from 'ulid';
import { deletePage, publishPage } from '#api/functions/publish/publish-page.ts';
import type { PublicationRequest, Publishing } from '#api/functions/publish/request.ts';
import { createTextRenderer } from '#api/functions/publish/text-renderer.ts';
import { type Item, type Table, TransactionCancelled } from '#api/ports/table/port.ts';
import { updateExpression } from '#api/resolvers/_lib/expression.ts';
import { externalSk, pageSk, pathSk, PLATFORM_TENANT, tenantKey } from '#api/resolvers/_lib/keys.ts';
import { PAGE_CARD, pageItem, pageKey, pageView } from '#api/resolvers/_lib/page.ts';
import type { Page } from '#api/types.gen.ts';
import type { DocsFields, DocsStore } from './load.ts';

/** How these items came to be, in events. */
const VIA = 'platform';

/** A deleted page keeps its path until a consumer has removed it: times that it is asked for again, and the wait. */
const CLAIMS = 20;
const CLAIM_WAIT_MS = 3000;

export interface DocsTableOptions {
  table: Table;
  /** Who the pages are written by. */
  uid: string;
  wait?: (ms: number) => Promise<unknown>;
}

export function createDocsTable({ table, uid, wait = sleep }: DocsTableOptions): DocsStore {
  const texts = createTextRenderer();
  const stamp = () => ({
    updatedAt: new Date().toISOString(),
    updatedBy: uid,
    updatedVia: VIA,
    requestId: ulid(),
  });
  const known = (item: Item): Page => pageView(item);
  const claim = (SK: string, holder: string, named: Record<string, string>) => ({
    put: { ...tenantKey(PLATFORM_TENANT, SK), ...named, holder },
    if: {
      expression: 'attribute_not_exists(PK) OR #holder = :holder',
      names: { '#holder': 'holder' },
      values: { ':holder': holder },
    },
  });
  async function published<Answer>(
    act: (ports: Publishing, request: PublicationRequest) => Promise<Answer>,
    action: string,
    { id, version }: Pick<Page, 'id' | 'version'>,
  ): Promise<void> {
    const ports = { table, media: NO_MEDIA, now: Date.now, ulid: () => ulid(), render: texts.publication() };
    const who = { tenantId: PLATFORM_TENANT, uid, via: VIA, requestId: ulid() };
    await act(ports, { action, id, expectedVersion: version, ...who });
  }

  async function create(fields: DocsFields, path: string, externalRef: string): Promise<Page> {
    const id = ulid();
    const input = { ...fields, path, externalRef, language: 'en' };
    const item = { ...pageItem(PLATFORM_TENANT, id, input, stamp()), ...pageKey(PLATFORM_TENANT, id) };
    await table.transact([
      claim(pathSk(path), id, { pageId: id }),
      { put: item, if: { expression: 'attribute_not_exists(PK)' } },
      claim(externalSk('page', externalRef), id, { entityId: id }),
    ]);
    return known(item);
  }

  return {
    async pages() {
      const found: Page[] = [];
      const items = table.query({
        condition: {
          expression: 'PK = :pk AND begins_with(SK, :prefix)',
          values: { ':pk': tenantKey(PLATFORM_TENANT, '').PK, ':prefix': pageSk('') },
        },
        consistent: true,
      });
      for await (const item of items) if (!item.deletedAt) found.push(known(item));
      return found;
    },
    async create(fields, path, externalRef) {
      for (let left = CLAIMS; ; left -= 1) {
        try {
          return await create(fields, path, externalRef);
        } catch (error) {
          if (!(error instanceof TransactionCancelled)) throw error;
          if (left === 1)
            throw new Error(
              `The page ${path} of the documentation could not be made: another page of the platform's tenant holds its path.`,
              { cause: error },
            );
        }
        await wait(CLAIM_WAIT_MS);
      }
    },
    async update({ id, version }, fields) {
      const stamped = stamp();
      const { expression, expressionNames, expressionValues } = updateExpression(
        { ...fields, ...stamped, changedAt: `${stamped.updatedAt}#${id}` },
        PAGE_CARD,
      );
      const item = await table.update(
        pageKey(PLATFORM_TENANT, id),
        { expression, names: expressionNames, values: expressionValues },
        {
          expression: '#version = :expected AND attribute_not_exists(#deletedAt)',
          names: { '#version': 'version', '#deletedAt': 'deletedAt' },
          values: { ':expected': version },
        },
      );
      if (item) return known(item);
      throw new Error(`The page ${id} of the documentation was changed by somebody else. Do it again.`);
    },
    publish: (page) => published(publishPage, 'publishPage', page),
    remove: (page) => published(deletePage, 'deletePage', page),
  };
}

const none = (): never => {
  throw new Error('A page of the documentation has no media.');
};
const NO_MEDIA = { copy: none, remove: none, head: none, list: none };
