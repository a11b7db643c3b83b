/** Documents in and out of an index, in whichever way its collection takes them. */
import type { Applied, VectorChange } from './port.ts';
import type { Stored } from './aws-documents.ts';

export interface Store {
  /**
   * Puts what is newer than what stands.
   * @param alias of the index
   * @returns null where there is no such index
   */
  put(alias: string, documents: readonly Stored[]): Promise<Applied[] | null>;
  /** Sets vectors of exactly the versions that they were computed from; null where there is no such index. */
  setVectors(alias: string, changes: readonly VectorChange[]): Promise<Applied[] | null>;
  /** Drops everything of a tenant that is visible. */
  forget(alias: string, tenantId: string): Promise<void>;
}
