/**
 * What people have taken back of a model leaves what is public as well. Values only go: what stood there before, or
 * what the draft has now, may never have been public, and waits for the next publication.
 */
import type { Proposal } from '../../enrichment.ts';
import type { ProjectDocument } from '../../ports/public-content/port.ts';
import type { Item, Table } from '../../ports/table/port.ts';
import { inspirationSk, projectSk, tenantKey } from '../../resolvers/_lib/keys.ts';
import { targetOf, type Target } from '../../resolvers/_lib/proposal-target.ts';
import type { Fact, ProposalEntity } from '../../types.gen.ts';
import { factsOf, isSameFact } from '../proposals/facts.ts';

/** The document of a work without what was taken back of its project and of the inspirations that it credits. */
export async function afterRevert(
  table: Pick<Table, 'query' | 'batchGet'>,
  tenantId: string,
  document: ProjectDocument,
  drafts: ReadonlyMap<string, Item>,
): Promise<ProjectDocument> {
  const keys = document.inspirations.map(({ id }) => inspirationSk(id));
  const lists = [projectSk(document.id), ...keys];
  const proposals = (await Promise.all(lists.map((list) => reverted(table, tenantId, list)))).flat();
  if (proposals.length === 0) return document;
  const credited = await table.batchGet(
    keys.map((key) => tenantKey(tenantId, key)),
    { consistent: true },
  );
  const all = new Map([...drafts, ...credited.map((item) => [item.id as string, item] as const)]);
  return withoutTakenBack(document, all, proposals);
}

async function reverted(table: Pick<Table, 'query'>, tenantId: string, list: string): Promise<Proposal[]> {
  const { PK, SK } = tenantKey(tenantId, `${list}#PROPOSAL#`);
  const found: Proposal[] = [];
  for await (const item of table.query({
    condition: {
      expression: 'PK = :pk AND begins_with(SK, :prefix)',
      values: { ':pk': PK, ':prefix': SK },
    },
    consistent: true,
  })) {
    const proposal = item as unknown as Proposal;
    if (proposal.state === 'REVERTED') found.push(proposal);
  }
  return found;
}

/**
 * The document without the values of proposals that were taken back, where the drafts do not hold them again. Titles
 * that cannot be missing stay. Pure.
 * @param drafts by id: the project, and the parts and inspirations that are public
 */
export function withoutTakenBack(
  document: ProjectDocument,
  drafts: ReadonlyMap<string, Item>,
  proposals: readonly Proposal[],
): ProjectDocument {
  const taken = proposals.filter(({ state }) => state === 'REVERTED');
  const strip = <T extends object>(part: T, entity: ProposalEntity, id: string): T =>
    taken.reduce((left, proposal) => {
      const target = targetOf(proposal);
      return target.entity === entity && target.id === id
        ? (withoutOne(left as Item, drafts.get(id) ?? {}, target, proposal) as T)
        : left;
    }, part);
  return {
    ...strip(document, 'PROJECT', document.id),
    images: document.images.map((image) => strip(image, 'ASSET', image.assetId)),
    logs: document.logs.map((log) => strip(log, 'LOG', log.id)),
    inspirations: document.inspirations.map((one) => strip(one, 'INSPIRATION', one.id)),
  };
}

/** A part of the document without the values of one proposal. */
function withoutOne(part: Item, draft: Item, { entity, field, kind }: Target, of: Proposal): Item {
  const present = part[field];
  if (kind === 'TEXT') {
    const text = (of.editedValues ?? of.values).join(', ');
    const needed = field === 'title' && entity !== 'LOG';
    return present === text && draft[field] !== text && !needed ? { ...part, [field]: null } : part;
  }
  const added = of.addedValues ?? [];
  if (kind === 'LIST') {
    const kept = (draft[field] ?? []) as string[];
    const list = (present ?? []) as string[];
    return reduced(part, field, list, (value) => added.includes(value) && !kept.includes(value));
  }
  const kept = (draft[field] ?? []) as Fact[];
  const gone = factsOf(of.field, added).filter((fact) => !kept.some((other) => isSameFact(fact, other)));
  const facts = (present ?? []) as Fact[];
  return reduced(part, field, facts, (fact) => gone.some((other) => isSameFact(fact, other)));
}

/** The part with a list that is shorter by what goes; as it is where nothing goes. */
function reduced<T>(part: Item, field: string, list: readonly T[], goes: (value: T) => boolean): Item {
  const left = list.filter((value) => !goes(value));
  if (left.length === list.length) return part;
  return { ...part, [field]: left.length > 0 ? left : null };
}
