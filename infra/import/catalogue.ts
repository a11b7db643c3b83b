import { setTimeout as pause } from 'node:timers/promises';
import { createClient, type Api } from './client.ts';
import { Handles } from './handles.ts';
import { mapLog } from './log.ts';
import type { LogRow } from './logs.ts';
import type { Mapping } from './mapping.ts';
import { forEachConcurrently } from './pool.ts';
import { importProject } from './projects.ts';
import { asText } from './fit.ts';
import { emptyReport, type Report, type Source } from './report.ts';
import { valueAt, type CatalogueRecord, type Rows } from './rows.ts';
import { speaker, type FindImage, type Run, type SendUpload } from './run.ts';
import { importArtist, nameOf, unknownArtist, type ArtistRow, type Owner } from './tenants.ts';
import { mapWork } from './work.ts';

/** How far an import is. */
export interface Progress {
  phase: Source;
  /** Rows of the phase that are done. */
  done: number;
  report: Report;
}

/** What an import works with. */
export interface ImportOptions {
  api: Api;
  artists: Rows;
  works: Rows;
  logs?: Rows;
  /** Finds the files of image records; without it no image is uploaded. */
  images?: FindImage;
  upload?: SendUpload;
  mapping: Mapping;
  /** Publish every profile and every work that is not public as it stands. */
  publish: boolean;
  /** Rows at work at a time, 8 when left out. */
  concurrency?: number;
  onProgress?: (progress: Progress) => void;
  /** Filled as rows are done, so that it tells of an import that does not come to its end; a new one when left out. */
  report?: Report;
  /** Waits between tries; the clock's own when left out. */
  sleep?: (milliseconds: number) => Promise<void>;
}

/** A row that has a record and an id of its own. */
type Identified = ArtistRow;

const CONCURRENCY = 8;

/**
 * Brings a catalogue in through the GraphQL API, as an operator: artists become tenants, works projects of their first
 * artist, logs entries of the work's process log, or of the artist's. Safe to interrupt and to repeat.
 *
 * @returns What became of every row. @throws UnreachableError When the platform cannot be reached or rejects the
 * credential; what was done stays, and the next run goes on from there.
 */
export async function importCatalogue(options: ImportOptions): Promise<Report> {
  const report = options.report ?? emptyReport();
  const sleep = options.sleep ?? ((milliseconds: number) => pause(milliseconds));
  const run: Run = {
    client: createClient({ api: options.api, sleep, onRetry: () => (report.retries += 1) }),
    mapping: options.mapping,
    publish: options.publish,
    findImage: options.images,
    upload: options.upload,
    sleep,
    report,
    ...speaker(report),
  };
  const concurrency = options.concurrency ?? CONCURRENCY;
  const artists = await collect(identified(run, options.artists, 'artists', options.mapping.artists.id));
  const handles = new Handles(artists.map((row) => wishOf(row, options.mapping)));
  const owners = new Map<string, Owner>();
  const refused = new Set(artists.map(({ id }) => id));
  const unknown = new Map<string, Promise<Owner | undefined>>();
  const logs = await logsByTarget(run, options.logs ?? []);

  const counted = (phase: Source) => {
    let done = 0;
    return () => options.onProgress?.({ phase, done: (done += 1), report });
  };
  const ownerless = (source: string): Promise<Owner | undefined> => {
    const found = unknown.get(source) ?? unknownArtist(run, handles, source);
    unknown.set(source, found);
    return found;
  };

  const artistDone = counted('artists');
  await forEachConcurrently(artists, concurrency, async (row) => {
    const owner = await importArtist(run, handles, row);
    if (owner !== undefined) {
      owners.set(row.id, owner);
      refused.delete(row.id);
    }
    artistDone();
  });

  const workDone = counted('works');
  const works = identified(run, options.works, 'works', options.mapping.works.id);
  await forEachConcurrently(works, concurrency, async ({ line, id, record }) => {
    const {
      owner: ownerId,
      fields,
      notes,
      unknown: strangers,
      images,
    } = mapWork(record, options.mapping, (artist) => owners.get(artist));
    const owner =
      ownerId === null
        ? await ownerless(sourceOf(record, options.mapping.works.source))
        : owners.get(ownerId);
    if (owner === undefined) {
      run.refuse('works', line, id, ownerProblem(ownerId, refused));
    } else {
      const said = strangers.map(
        (artist) => `No artist has the id ${artist}: credited by name, without a portfolio.`,
      );
      const plan = { file: 'works' as const, line, id, tenantId: owner.tenantId, fields, images };
      await importProject(run, { ...plan, notes: [...notes, ...said], logs: logs.byWork.get(id) ?? [] });
    }
    logs.byWork.delete(id);
    workDone();
  });

  for (const [work, rows] of logs.byWork) {
    for (const { line, id } of rows) run.refuse('logs', line, id, `No work of this run has the id ${work}.`);
  }
  const logDone = counted('logs');
  await forEachConcurrently(groupByOwner(run, logs.loose, owners), concurrency, async ([key, rows]) => {
    const owner = owners.get(key) ?? (await ownerless(key.slice(UNOWNED.length)));
    const title = options.mapping.logs?.project ?? '';
    if (owner === undefined) {
      for (const { line, id } of rows) run.refuse('logs', line, id, ownerProblem(null, refused));
    } else {
      const plan = {
        file: 'logs' as const,
        line: null,
        tenantId: owner.tenantId,
        fields: { title },
        notes: [],
      };
      await importProject(run, { ...plan, id: `log:${key}`, images: [], logs: rows });
    }
    rows.forEach(logDone);
  });
  return report;
}

const UNOWNED = 'unknown-artist:';

function wishOf({ id, record }: ArtistRow, { artists }: Mapping) {
  const name = nameOf(record, artists.fields, id);
  return { id, name, ...(artists.handle !== undefined && { handle: valueAt(record, artists.handle) }) };
}

const sourceOf = (record: CatalogueRecord, column: string | undefined): string =>
  column === undefined ? '' : asText(valueAt(record, column) ?? '');

const ownerProblem = (id: string | null, refused: ReadonlySet<string>): string =>
  id === null || refused.has(id)
    ? `Its first artist ${id ?? '(unknown)'} was refused: mend that row, and run the import again.`
    : `No artist has the id ${id}, which the work names first: add the artist, or leave the id out.`;

/** The rows that can be worked with; a malformed, nameless or repeated one is reported. */
async function* identified(run: Run, rows: Rows, file: Source, column: string): AsyncGenerator<Identified> {
  const seen = new Map<string, number>();
  for await (const { line, record, problem } of rows) {
    const value = record && valueAt(record, column);
    const id = value === undefined || value === null ? '' : asText(value);
    const first = seen.get(id);
    if (record === undefined) {
      run.refuse(file, line, null, problem ?? 'There is no record.');
    } else if (id === '') {
      run.refuse(file, line, null, `The record has no ${column}, by which it would be known again.`);
    } else if (first !== undefined) {
      run.refuse(file, line, id, `The id ${id} is that of line ${first} as well: the first one was taken.`);
    } else {
      seen.set(id, line);
      yield { line, id, record };
    }
  }
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

interface LooseLog extends LogRow {
  source: string;
}

/** The logs by the work that they are about, and those that are about none. */
async function logsByTarget(run: Run, rows: Rows) {
  const byWork = new Map<string, LogRow[]>();
  const loose: LooseLog[] = [];
  if (run.mapping.logs === undefined) return { byWork, loose };
  for await (const { line, id, record } of identified(run, rows, 'logs', run.mapping.logs.id)) {
    const mapped = mapLog(record, run.mapping);
    if (mapped.problem !== null) {
      run.refuse('logs', line, id, mapped.problem);
    } else if (mapped.work === null) {
      loose.push({ line, id, mapped, source: sourceOf(record, run.mapping.logs.source) });
    } else {
      byWork.set(mapped.work, [...(byWork.get(mapped.work) ?? []), { line, id, mapped }]);
    }
  }
  return { byWork, loose };
}

/** Logs about no work, by the first of their artists who is known, else by their source. */
function groupByOwner(run: Run, logs: readonly LooseLog[], owners: ReadonlyMap<string, Owner>) {
  const groups = new Map<string, LogRow[]>();
  for (const log of logs) {
    const known = log.mapped.artists.find((id) => owners.has(id));
    const key = known ?? `${UNOWNED}${log.source}`;
    if (known === undefined && log.mapped.artists.length > 0) {
      const names = log.mapped.artists.join(', ');
      run.note(
        'logs',
        log.line,
        log.id,
        `No artist has the id ${names}: the entry went to the unknown artist.`,
      );
    }
    groups.set(key, [...(groups.get(key) ?? []), log]);
  }
  return groups;
}
