/**
 * Where the static site lies: a folder here, S3 behind CloudFront on AWS. Paths are addresses without the leading
 * slash; `''` and those ending in `/` are pages (`index.html` below them). A write is atomic: a reader sees the old
 * bytes or the new ones.
 */

export interface SiteFile {
  bytes: Uint8Array;
  contentType: string;
  /** For example `public, max-age=31536000, immutable`. */
  cacheControl: string;
}

export interface SiteStore {
  /** Writes a file and answers whether its bytes were new. An unchanged file is left alone. */
  write(path: string, file: SiteFile): Promise<boolean>;
  /** Makes an address answer 301 to another one (an absolute path of this site). Answers whether that was new. */
  redirect(path: string, location: string): Promise<boolean>;
  read(path: string): Promise<SiteFile | null>;
  /** Removes files and redirects; what is not there is no error. Answers the paths that were there. */
  remove(paths: readonly string[]): Promise<string[]>;
  /** All paths that begin with `prefix`, files and redirects. */
  list(prefix: string): AsyncIterable<string>;
  /** Tells caches that these paths changed. Batched by the store; addresses of one call may be merged to wildcards. */
  invalidate(paths: readonly string[]): Promise<void>;
  /** Small private records of the publisher (what it wrote for what), never served. */
  record(key: string): Promise<string | null>;
  writeRecord(key: string, value: string): Promise<void>;
  /** Writes many records, by their keys, at less cost than one by one. All of them stand when it resolves; when it
   *  is cut short, any of them may. */
  writeRecords(values: ReadonlyMap<string, string>): Promise<void>;
  removeRecord(key: string): Promise<void>;
  records(prefix: string): AsyncIterable<string>;
}
