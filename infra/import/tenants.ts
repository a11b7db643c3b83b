import { ApiError } from './client.ts';
import { mapArtist, nameProblem } from './artist.ts';
import { PROFILE, isRefusal, keep, publish, reference, type Kept } from './entities.ts';
import { fold, type Handles } from './handles.ts';
import type { Mapped } from './record.ts';
import { valueAt, type CatalogueRecord } from './rows.ts';
import type { Run } from './run.ts';

/** A tenant that works can go to. */
export interface Owner {
  tenantId: string;
  name: string;
  handle: string;
}

/** An artist's row that may become a tenant. */
export interface ArtistRow {
  line: number;
  id: string;
  record: CatalogueRecord;
}

const MOST_HANDLES = 50;

/** Name of the tenants that gather the works of nobody known, one a source. */
export const UNKNOWN_ARTIST = 'Unknown artist';

/** Makes one artist's tenant be as the record says, and public where that is wished. */
export async function importArtist(run: Run, handles: Handles, row: ArtistRow): Promise<Owner | undefined> {
  const { line, id, record } = row;
  const problem = nameProblem(record, run.mapping);
  if (problem !== undefined) {
    run.refuse('artists', line, id, problem);
    return undefined;
  }
  const name = nameOf(record, run.mapping.artists.fields, id);
  const map = (handle: string): Mapped => mapArtist(record, run.mapping, handle);
  const owner = await takeTenant(run, line, id, () =>
    keepTenant(run, handles, id, name, reference(id), (handle) => map(handle).fields),
  );
  for (const reason of owner === undefined ? [] : map(owner.handle).notes)
    run.note('artists', line, id, reason);
  return owner;
}

/** The tenant that gathers the works of a source that name no artist: created when the first one comes. */
export async function unknownArtist(run: Run, handles: Handles, source: string): Promise<Owner | undefined> {
  const id = `unknown-artist:${source}`;
  const facts = source === '' ? [] : [{ key: 'source', label: 'Source', value: source }];
  const wish = fold(`${UNKNOWN_ARTIST} ${source}`);
  const fields = { name: UNKNOWN_ARTIST, facts };
  return takeTenant(run, null, id, () => keepTenant(run, handles, id, wish, reference(id), () => fields));
}

/** Counts and publishes a tenant; undefined when the platform refuses it. */
async function takeTenant(
  run: Run,
  line: number | null,
  id: string,
  kept: () => Promise<Kept>,
): Promise<Owner | undefined> {
  const { report } = run;
  try {
    const { entity, outcome } = await kept();
    report.artists[outcome] += 1;
    if (run.publish && (await publish(run.client, PROFILE, entity, entity.id))) report.artists.published += 1;
    return { tenantId: entity.id, name: entity.name as string, handle: entity.handle as string };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    run.refuse('artists', line, id, error);
    return undefined;
  }
}

/** Creates or finds a tenant; while the platform says that the handle is taken, the next one is tried. */
async function keepTenant(
  run: Run,
  handles: Handles,
  id: string,
  name: string,
  externalRef: string,
  fields: (handle: string) => Record<string, unknown>,
): Promise<Kept> {
  const wish = handles.of(id, name);
  let [handle, number] = [wish, 2];
  for (let tries = 1; ; tries += 1) {
    try {
      const input = { ...fields(handle), handle, externalRef };
      return await keep(run.client, PROFILE, input, undefined, {}, (actual) =>
        fields(actual.handle as string),
      );
    } catch (error) {
      if (tries === MOST_HANDLES || !isRefusal(error, 'HandleTaken')) throw error;
      ({ handle, number } = handles.next(id, wish, number));
    }
  }
}

/** The name that a handle is made of: the column that is the name, or the id. */
export function nameOf(
  record: CatalogueRecord,
  fields: Readonly<Record<string, string>>,
  id: string,
): string {
  const column = Object.keys(fields).find(
    (from) => fields[from] === 'name' && typeof valueAt(record, from) === 'string',
  );
  return column === undefined ? id : (valueAt(record, column) as string);
}
