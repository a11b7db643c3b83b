/**
 * Vectors follow the documents: each thing that changed is read again, and what its text means and its picture looks
 * like is set for exactly the version that it was computed from. Words are found meanwhile, and also while the model is
 * away: the bus then delivers the event again. Nothing of a tenant that has enrichment off is sent to a model.
 */
import type { ChangeEvent } from '../../events.ts';
import type { Embeddings } from '../../ports/embeddings/port.ts';
import type { Scope, SearchIndex, VectorChange } from '../../ports/search-index/port.ts';
import type { Table } from '../../ports/table/port.ts';
import { BudgetExhausted } from '../enrich/failures.ts';
import { readChoice } from '../enrich/settings.ts';
import { chunked } from '../index-content/chunked.ts';
import { allOwn, ownChanges } from '../index-content/own-source.ts';
import { allPublic, publicChanges, type PublicSourcePorts } from '../index-content/public-source.ts';
import type { State } from '../index-content/state.ts';
import { targetsOf } from '../index-content/targets.ts';
import { embeddedText, isRead } from './embedded-text.ts';
import { withinMonth } from './spending.ts';
import { imageVectors, textVectors, type VectorPorts, type Wanted } from './vectors.ts';

/** What embedding works with. */
export interface EmbedPorts extends PublicSourcePorts, VectorPorts {
  table: Pick<Table, 'get' | 'batchGet' | 'query' | 'transact'>;
  /** Milliseconds since the epoch; the system's clock unless told. */
  now?: () => number;
  /** What a token may cost at most, in millionths of a US dollar; nothing unless told. */
  maximumMicroUsdPerToken?: number;
  index: Pick<SearchIndex, 'apply' | 'setVectors'>;
}

type Documented = Extract<State, { document: unknown }>;

/** Documents that are embedded together: a batch of the model's, so that what is done is seen soon. */
const AT_ONCE = 32;

/** Handles events of any tenants, together; the bus delivers all again when it throws. */
export function createEmbed(ports: EmbedPorts) {
  return async (events: readonly ChangeEvent[]): Promise<void> => {
    const targets = targetsOf(events);
    await embedStates(ports, 'tenant', await ownChanges(ports.table, targets.own));
    await embedStates(ports, 'public', await publicChanges(ports, targets.public));
    for (const tenantId of targets.portfolios) await embedPublic(ports, tenantId);
    const chosen = events.filter(({ entity }) => entity === 'enrichmentSettings');
    for (const tenantId of new Set(chosen.map(({ tenantId }) => tenantId)))
      await embedTenant(ports, tenantId);
  };
}

/** Everything of a tenant, after its choice: vectors that it does not want go, and those that it wants come. */
async function embedTenant(ports: EmbedPorts, tenantId: string): Promise<void> {
  for await (const states of chunked(allOwn(ports.table, tenantId), AT_ONCE))
    await embedStates(ports, 'tenant', states);
  await embedPublic(ports, tenantId);
}

async function embedPublic(ports: EmbedPorts, tenantId: string): Promise<void> {
  for await (const states of chunked(allPublic(ports, tenantId), AT_ONCE))
    await embedStates(ports, 'public', states);
}

/** Computes and sets the vectors of what stands; removals take theirs along. @throws ModelUnavailable */
export async function embedStates(ports: EmbedPorts, scope: Scope, states: readonly State[]): Promise<void> {
  const stand = states.filter((state): state is Documented => 'document' in state);
  for (const [tenantId, own] of Map.groupBy(stand, ({ document }) => document.tenantId)) {
    const choice = await readChoice(ports.table, tenantId);
    const { table, now = Date.now, maximumMicroUsdPerToken = 0 } = ports;
    const embeddings = async (): Promise<Embeddings> =>
      withinMonth(await ports.embeddings(), { table, now, maximumMicroUsdPerToken }, tenantId, choice);
    for (let at = 0; at < own.length; at += AT_ONCE) {
      const together = own.slice(at, at + AT_ONCE);
      if (choice.mode === 'OFF') {
        const none = together.map(({ document }) => ({ ...identityOf(document), text: null, image: null }));
        await setVectors(ports, scope, together, none);
      } else {
        const vectors = await vectorsOf({ ...ports, embeddings }, together).catch(atTheLimit);
        await setVectors(ports, scope, together, vectors);
      }
    }
  }
}

/** No new vectors at the limit of the month. */
function atTheLimit(error: unknown): VectorChange[] {
  if (error instanceof BudgetExhausted) return [];
  throw error;
}

const identityOf = ({ docKey, tenantId, version }: VectorChange): VectorChange => ({
  docKey,
  tenantId,
  version,
});

async function vectorsOf(ports: EmbedPorts, states: readonly Documented[]): Promise<VectorChange[]> {
  if (states.length === 0) return [];
  const { text: model } = await ports.embeddings();
  const read = states.filter(({ document }) => isRead(document, model));
  const texts = await textVectors(
    ports,
    read.map(({ document }) => ({
      tenantId: document.tenantId,
      input: embeddedText(document, model.maxCharacters),
    })),
  );
  const pictured = await picturesOf(ports, states);
  const looks = await imageVectors(
    ports,
    pictured.map(({ wanted }) => wanted),
  );
  return states.map((state) => ({
    ...identityOf(state.document),
    text: texts[read.indexOf(state)] ?? null,
    image: looks[pictured.findIndex(({ of }) => of === state)] ?? null,
  }));
}

/** Pictures that are there: one that was taken back since has an event of its own. */
async function picturesOf(
  { media }: EmbedPorts,
  states: readonly Documented[],
): Promise<Array<{ of: Documented; wanted: Wanted<Uint8Array> }>> {
  const found = await Promise.all(
    states.map(async (of) => {
      const object = of.picture === undefined ? null : await media.read(of.picture);
      return object ? [{ of, wanted: { tenantId: of.document.tenantId, input: object.bytes } }] : [];
    }),
  );
  return found.flat();
}

/**
 * Vectors may be ready before the document stands: it is then put there first, as indexing will. Where a newer one
 * stands, its own event brings its vectors.
 */
async function setVectors(
  { index }: EmbedPorts,
  scope: Scope,
  states: readonly Documented[],
  changes: readonly VectorChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const applied = await index.setVectors(scope, changes);
  const late = changes.filter((_, at) => applied[at] === 'stale');
  if (late.length === 0) return;
  const keys = new Set(late.map(({ docKey }) => docKey));
  await index.apply(
    scope,
    states.filter(({ document }) => keys.has(document.docKey)),
  );
  await index.setVectors(scope, late);
}
