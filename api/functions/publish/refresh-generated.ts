/**
 * A published work shows what machines made of it once that is there, where its tenant lets the field stand by itself
 * and nobody has written into it: the public document that stands is changed, marked, and nothing else of the draft
 * goes out with it. Runs after each enrichment and each publication, whichever comes last, and when something of it is
 * taken back: by a person's decision, by another choice of the tenant, with what it was read from. What a person had
 * accepted and takes back goes as well. Where nothing is new, nothing is written, so that one follows from the other no
 * further.
 */
import type { ChangeEvent } from '../../events.ts';
import type { Proposal } from '../../enrichment.ts';
import type { ProjectDocument } from '../../ports/public-content/port.ts';
import type { Item, Table } from '../../ports/table/port.ts';
import {
  assetSk,
  inspirationSk,
  logSk,
  projectSk,
  publicIdSk,
  publicKey,
  publicProjectSk,
  tenantKey,
} from '../../resolvers/_lib/keys.ts';
import { targetOf } from '../../resolvers/_lib/proposal-target.ts';
import type { MachineMade, PublicImage, PublicInspiration } from '../../types.gen.ts';
import { chunked } from '../index-content/chunked.ts';
import { untilSettled } from './attempts.ts';
import { coverOf } from './images.ts';
import {
  automaticProposals,
  holds,
  isOfPublic,
  withMachineMade,
  withoutMachineMade,
} from './machine-made.ts';
import { replaceDocument, standingDocument } from './replace-document.ts';
import type { PublicationPorts } from './request.ts';
import { afterRevert } from './taken-back.ts';

export const createRefreshGenerated =
  (ports: PublicationPorts) =>
  async (event: ChangeEvent): Promise<void> => {
    const { tenantId, projectId } = event;
    const takenBack = event.entity === 'proposal';
    if (projectId) return untilSettled(() => refresh(ports, tenantId, projectId, takenBack));
    if (!isOfAllWorks(event)) return;
    for await (const ids of chunked(publishedIds(ports.table, tenantId), AT_ONCE))
      await Promise.all(ids.map((id) => untilSettled(() => refresh(ports, tenantId, id, takenBack))));
  };

/** Works that are looked at side by side. */
const AT_ONCE = 8;

/** Another choice of the tenant, and what belongs to an inspiration, which any work may credit. */
function isOfAllWorks({ entity, type, changed }: ChangeEvent): boolean {
  if (entity === 'enrichmentSettings')
    return ['mode', 'automaticFields'].some((name) => changed.includes(name));
  if (entity === 'inspiration') return type === 'inspiration.deleted' || changed.includes('audience');
  return entity === 'proposal';
}

/** Of everything of a tenant that is public, the works. */
async function* publishedIds(table: Pick<Table, 'query'>, tenantId: string): AsyncGenerator<string> {
  const { PK, SK: prefix } = publicKey(tenantId, publicIdSk(''));
  for await (const { SK, at } of table.query({
    condition: {
      expression: 'PK = :pk AND begins_with(SK, :prefix)',
      values: { ':pk': PK, ':prefix': prefix },
    },
    consistent: true,
  }))
    if ((at as string).startsWith(publicProjectSk(''))) yield (SK as string).slice(prefix.length);
}

/** @param takenBack whether a decision of a person may have taken something out */
async function refresh(
  ports: PublicationPorts,
  tenantId: string,
  projectId: string,
  takenBack: boolean,
): Promise<void> {
  const { table } = ports;
  const project = await table.get(tenantKey(tenantId, projectSk(projectId)), { consistent: true });
  if (!project || project.deletedAt || project.publishedVersion === undefined) return;
  const automatic = await automaticProposals(table, tenantId, projectSk(projectId));
  const document = await standingDocument(ports, project);
  const drafts = await draftsOf(table, project, document);
  const left = takenBack ? await afterRevert(table, tenantId, document, drafts) : document;
  const inspirations = await standingInspirations(table, tenantId, left);
  const refreshed = { ...withGenerated(left, drafts, automatic), inspirations };
  if (JSON.stringify(refreshed) === JSON.stringify(document)) return;
  const awaitedAssetIds = (project.awaitedAssetIds ?? []) as string[];
  await replaceDocument(ports, project, refreshed, { awaitedAssetIds, via: 'refresh-generated' });
}

/** The credited inspirations without what was taken back; what is new there waits for the next publication. */
const standingInspirations = (
  table: Pick<Table, 'get' | 'query'>,
  tenantId: string,
  { inspirations }: ProjectDocument,
): Promise<PublicInspiration[]> =>
  Promise.all(
    inspirations.map(async (inspiration) => {
      const marks = inspiration.machineMade ?? [];
      if (marks.length === 0) return inspiration;
      const list = inspirationSk(inspiration.id);
      const draft = await table.get(tenantKey(tenantId, list), { consistent: true });
      const isPublic = draft && !draft.deletedAt && draft.audience === 'PUBLIC';
      const automatic = isPublic ? await automaticProposals(table, tenantId, list) : [];
      const item = inspiration as unknown as Item;
      return withMachineMade(
        withoutMachineMade(item),
        'INSPIRATION',
        automatic.filter((proposal) => isMarked(marks, proposal)),
      ) as unknown as PublicInspiration;
    }),
  );

/** What people have written so far, by id: the project, and the pictures and entries that are public. */
async function draftsOf(
  table: Table,
  project: Item,
  { images, logs }: ProjectDocument,
): Promise<Map<string, Item>> {
  const { id, tenantId } = project as { id: string; tenantId: string };
  const keys = [
    ...images.map(({ assetId }) => tenantKey(tenantId, assetSk(id, assetId))),
    ...logs.map((log) => tenantKey(tenantId, logSk(id, log.id))),
  ];
  const parts = await table.batchGet(keys, { consistent: true });
  return new Map([project, ...parts].map((item) => [item.id as string, item]));
}

/** Made of the words of the work, which may not be public yet as they were read. */
const ofWords = ({ receipt }: Proposal): boolean => receipt.sourceEntity !== 'ASSET';

/** Whether it is public already. */
const isMarked = (marks: readonly MachineMade[] | null | undefined, proposal: Proposal): boolean => {
  const { model, at } = proposal.receipt;
  const { field } = targetOf(proposal);
  return (marks ?? []).some((mark) => mark.field === field && mark.model === model && mark.at === at);
};

/** The document with what machines made now, in the place of what they made before. Pure. */
export function withGenerated(
  document: ProjectDocument,
  drafts: ReadonlyMap<string, Item>,
  automatic: readonly Proposal[],
): ProjectDocument {
  const isPublic = (id: string): boolean => {
    const part = drafts.get(id);
    return part !== undefined && !part.deletedAt && part.audience === 'PUBLIC';
  };
  const out = {
    projectId: document.id,
    assetIds: new Set(document.images.map(({ assetId }) => assetId).filter(isPublic)),
    logIds: new Set(document.logs.map(({ id }) => id).filter(isPublic)),
  };
  const same =
    drafts.get(document.id)?.version === document.version &&
    document.logs.every(({ id, body }) => drafts.get(id)?.body === body);
  const wanted = automatic.filter((proposal) => {
    if (!isOfPublic(proposal, out)) return false;
    if (ofWords(proposal) && !same && !isMarked(document.machineMade, proposal)) return false;
    const { id, field, kind } = targetOf(proposal);
    const draft = id === null ? undefined : drafts.get(id);
    return draft !== undefined && !draft.deletedAt && (kind === 'FACTS' || !holds(draft[field]));
  });
  const images = document.images.map((image) => {
    const { id: _id, ...made } = withMachineMade(
      { ...withoutMachineMade(image as unknown as Item), id: image.assetId },
      'ASSET',
      wanted,
    );
    return made as unknown as PublicImage;
  });
  const cover = images.find(({ assetId }) => assetId === document.cover?.assetId);
  return {
    ...(withMachineMade(
      withoutMachineMade(document as unknown as Item),
      'PROJECT',
      wanted,
    ) as unknown as ProjectDocument),
    images,
    cover: cover ? coverOf(cover) : document.cover,
  };
}
