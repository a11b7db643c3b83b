/** Second step, for each part: what there is to read or to look at, kept among the results. */
import { nameOf, sha256 } from '../../ports/results/question.ts';
import { SpeechNotAvailable } from '../../ports/speech/port.ts';
import { ModelRefusal } from '../../ports/embeddings/port.ts';
import type { Item } from '../../ports/table/port.ts';
import {
  assetSk,
  derivedSk,
  inspirationSk,
  PROFILE,
  projectSk,
  tenantKey,
} from '../../resolvers/_lib/keys.ts';
import { PageUnavailable } from '../read-page/page-refusal.ts';
import { createBudget } from './budget.ts';
import {
  Unreadable,
  type ModelPorts,
  type Part,
  type Readers,
  type PartResult,
  type StepInput,
} from './ports.ts';
import { projectPieces } from './project-pieces.ts';
import { enter, type Run } from './run.ts';
import type { Choice } from './settings.ts';
import type { ImageSource, Source, SpeechSource, TextSource } from './source.ts';

export interface ExtractInput extends StepInput {
  part: Part;
}

export interface ExtractPorts extends ModelPorts<'speech'> {
  readers: Readers;
}

/** A step's answer: the part again, what state carries of it, and the run for the step after. */
export type PartOutput = PartResult & StepInput;

/** Pictures no larger than this are shown to models, in pixels of width. */
const MODEL_WIDTH = 1600;
/** Bytes of a compressed recording that are a token at most. */
const BYTES_PER_TOKEN = 100;
/** Characters of a problem that states carry. */
const MAX_PROBLEM = 300;

/** What there is of a part, and what of it could not be read. */
interface Found {
  source: Source | null;
  problem?: string;
}

/** What cannot be read is left out and said; only what another attempt may mend is thrown. */
export function createExtract(ports: ExtractPorts) {
  return async (input: ExtractInput): Promise<PartOutput> => {
    const { run, choice } = await enter(ports.table, input);
    const { tenantId, enrichmentId, requestId, part } = input;
    const answer = { tenantId, enrichmentId, part, ...(requestId !== undefined && { requestId }) };
    try {
      const { source, problem } = await sourceOf(ports, input, run, choice);
      const told = { ...answer, ...(problem !== undefined && { problem: problem.slice(0, MAX_PROBLEM) }) };
      if (!source) return told;
      const name = nameOf({ model: 'source', promptVersion: '1', input: source });
      await ports.results.write(tenantId, name, source);
      return { ...told, source: name };
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      return { ...answer, problem: error.message.slice(0, MAX_PROBLEM) };
    }
  };
}

const NOTHING: Found = { source: null };

const isUnreadable = (error: unknown): error is Error =>
  error instanceof Unreadable || error instanceof SpeechNotAvailable || error instanceof ModelRefusal;

async function sourceOf(ports: ExtractPorts, input: ExtractInput, run: Run, choice: Choice): Promise<Found> {
  const { tenantId, part } = input;
  const get = (sk: string) => ports.table.get(tenantKey(tenantId, sk), { consistent: true });
  if (part.entity === 'INSPIRATION') {
    const inspiration = await get(inspirationSk(part.id));
    return inspiration && !inspiration.deletedAt ? inspirationSource(ports, inspiration) : NOTHING;
  }
  const projectId = run.projectId ?? run.entityId;
  const project = await get(projectSk(projectId));
  if (!project || project.deletedAt) return NOTHING;
  if (part.entity === 'PROJECT') return { source: await projectSource(ports, tenantId, project) };
  const [asset, derived] = await Promise.all([
    get(assetSk(projectId, part.id)),
    get(derivedSk(projectId, part.id)),
  ]);
  if (!asset || asset.deletedAt || !derived) return NOTHING;
  if (derived.problem !== undefined) throw new Unreadable(`${nameOfFile(asset)}: ${String(derived.problem)}`);
  if (derived.kind === 'IMAGE') {
    const profile = await get(PROFILE);
    return { source: imageSource(project, derived, profile) };
  }
  return fileSource(ports, input, choice, asset, derived);
}

async function projectSource(
  { table }: ExtractPorts,
  tenantId: string,
  project: Item,
): Promise<TextSource | null> {
  const pieces = await projectPieces(table, tenantId, project);
  return pieces.length > 0 ? { kind: 'TEXT', title: project.title as string, pieces } : null;
}

/**
 * The note, and the page that it is about. Where the page cannot be read, now or later, the note is read alone: a
 * site that is away must not keep back what is the tenant's own.
 */
async function inspirationSource({ readers }: ExtractPorts, inspiration: Item): Promise<Found> {
  const { id, title, note, sourceUrl } = inspiration as Record<string, string | undefined>;
  const pieces = note?.trim() ? [{ entity: 'INSPIRATION' as const, id: id ?? '', text: note }] : [];
  const noted: TextSource | null = pieces.length > 0 ? { kind: 'TEXT', title, pieces } : null;
  if (!sourceUrl) return { source: noted };
  try {
    const { text, ...read } = await readers.readPage(sourceUrl);
    const page = text ? [{ entity: 'WEB_PAGE' as const, id: id ?? '', text }] : [];
    const url = read.url ?? sourceUrl;
    return { source: { kind: 'TEXT', title, pieces: [...pieces, ...page], read: { ...read, url } } };
  } catch (error) {
    if (!noted || !(error instanceof Unreadable || error instanceof PageUnavailable)) throw error;
    return { source: noted, problem: error.message };
  }
}

function imageSource(project: Item, derived: Item, profile: Item | null): ImageSource | null {
  const variants = (derived.variants ?? []) as Array<{ key: string; width: number; contentType: string }>;
  const bySize = variants.toSorted((one, other) => one.width - other.width);
  const shown = bySize.findLast(({ width }) => width <= MODEL_WIDTH) ?? bySize[0];
  if (!shown) return null;
  const { title, medium, dateText } = project as Record<string, string | undefined>;
  return {
    kind: 'IMAGE',
    key: shown.key,
    contentType: shown.contentType,
    title,
    artist: profile?.name as string | undefined,
    medium,
    dateText,
  };
}

async function fileSource(
  ports: ExtractPorts,
  input: ExtractInput,
  choice: Choice,
  asset: Item,
  derived: Item,
): Promise<Found> {
  const { key, contentType } = derived.original as { key: string; contentType: string };
  const object = await ports.media.read(key);
  if (!object) throw new Unreadable(`${nameOfFile(asset)}: the file is not there. Upload it again.`);
  if (/^(?:audio|video)\//.test(contentType)) {
    const language = asset.language as string | undefined;
    const source = await heard(ports, input, choice, object.bytes, contentType, language);
    const silent = source.segments.every(({ text }) => !text.trim());
    return { source, ...(silent && { problem: `${nameOfFile(asset)}: ${NO_WORDS}` }) };
  }
  const { text, ...read } = await ports.readers.readDocument(object.bytes, contentType, nameOfFile(asset));
  return { source: { kind: 'TEXT', pieces: [{ entity: 'ASSET', id: asset.id as string, text }], read } };
}

/** A recording's words. They are kept by its bytes, so that they are paid for once. */
async function heard(
  ports: ExtractPorts,
  input: ExtractInput,
  choice: Choice,
  bytes: Uint8Array,
  contentType: string,
  language: string | undefined,
): Promise<SpeechSource> {
  const { models, results } = ports;
  const speech = await models.speech();
  const name = nameOf({
    model: speech.model ?? 'none',
    promptVersion: '1',
    input: { recording: sha256(bytes), language },
  });
  const kept = (await results.read(input.tenantId, name)) as SpeechSource | null;
  if (kept) return kept;
  const tokens = Math.ceil(bytes.length / BYTES_PER_TOKEN);
  const most = { tokens, microUsd: tokens * models.maximumMicroUsdPerToken };
  const transcript = await createBudget(ports, input, choice).pay(most, () =>
    speech.transcribe(bytes, contentType, language),
  );
  const source: SpeechSource = { kind: 'SPEECH', ...transcript };
  await results.write(input.tenantId, name, source);
  return source;
}

const NO_WORDS = 'no words were heard in it. If there are some, check that the recording is whole.';

const nameOfFile = (asset: Item): string => (asset.fileName as string | undefined) ?? 'The file';
