/**
 * Versions of documents: an older state never replaces a newer one, whatever the order in which states are read.
 * A version is two counters, the first weighing more than all of the second.
 */

/** What the second counter stays under. */
const SECOND = 2 ** 20;

/** After this nothing comes: the entity is deleted, and its id is never given again. */
export const GONE = Number.MAX_SAFE_INTEGER;

/**
 * Of something public.
 * @param publication how often its public form was replaced or taken down
 * @param stands whether the public form stands; taken down outweighs the publication that it ends
 * @param profilePublication the same of the portfolio that it stands in: a rename of the artist makes newer documents
 */
export const publicVersion = (publication: number, stands: boolean, profilePublication: number): number =>
  (publication * 2 + (stands ? 0 : 1)) * SECOND + profilePublication;

/** Of a tenant's own. @param revision of what machines wrote of it */
export const ownVersion = (version: number, revision = 0): number => version * SECOND + revision;

/** The number of the publication that a public document's version is of. */
export const publicationIn = (version: number): number => Math.floor(version / SECOND / 2);
