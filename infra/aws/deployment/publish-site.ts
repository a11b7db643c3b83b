/**
 * The site after a deployment: what every visit needs at once, then every page of every tenant by a state machine, a piece
 * at a time.
 */
import type { StateMachines } from '#api/ports/state-machines/port.ts';
import type { Publisher } from '#site/publisher/publisher.ts';
import type { Piece } from '#site/publisher/site-run.ts';

/** Its name in the inventory. */
export const MACHINE = 'publish-site';
/** What the machine begins with. Pages that the functions of before still write are written again after this. */
export const BEGINNING = { waitSeconds: 330, after: '', failed: 0 };
/** A piece ends after this with the tenants under way, so that the largest have the rest of the function's 900 s. */
const PIECE_MS = 300_000;

/** What the state machine asks. */
export interface PieceRequest extends Piece {
  step: 'tenants';
}

export interface PublishSiteOptions {
  publisher: Pick<Publisher, 'publishFront' | 'publishPiece' | 'current'>;
  /** Writes the index behind the search of the documentation. */
  writeSearch: () => Promise<unknown>;
  machines: Pick<StateMachines, 'start'>;
  /** A new ULID, for executions: AWS keeps their names for 90 days, and an earlier bundle may come back. */
  ulid: () => string;
  /** Milliseconds of any clock that does not go back. */
  now: () => number;
}

export function createPublishSite({ publisher, writeSearch, machines, ulid, now }: PublishSiteOptions) {
  return {
    /** @throws Error when home, the documentation or what they need could not be written */
    async deployed(): Promise<void> {
      await publisher.publishFront();
      await writeSearch();
      if (!(await publisher.current())) await machines.start(MACHINE, ulid(), BEGINNING);
    },
    piece({ after, failed }: PieceRequest): Promise<Piece & { done: boolean }> {
      const end = now() + PIECE_MS;
      return publisher.publishPiece({ after, failed }, () => now() >= end);
    },
  };
}
