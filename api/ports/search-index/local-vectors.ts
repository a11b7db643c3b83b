/** Vectors of the local twin. */
import type { Database } from './local-database.ts';

/** Takes a document's vectors out. */
export function dropVectors(database: Database, docId: number): void {
  database.run('DELETE FROM vector WHERE docId = ?', docId);
}
