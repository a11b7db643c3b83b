import { hash } from 'node:crypto';
import { badInput } from './rest-error.ts';

/**
 * The entity tag of an answer, RFC 9110 section 8.8.3: strong, since it hashes the bytes; before the hash stands the
 * version that people count, where the answer has one.
 */
export function entityTag(body: string, version: unknown): string {
  const digest = hash('sha1', body, 'hex').slice(0, 16);
  return typeof version === 'number' ? `"${version}-${digest}"` : `"${digest}"`;
}

/** Whether `If-None-Match` names the tag; compared weakly, as RFC 9110 section 13.1.2 asks. */
export function noneMatch(header: string, tag: string): boolean {
  if (header.trim() === '*') return true;
  return header.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === tag);
}

/** What `If-Match` allows: anything that exists, or some versions. */
export type MatchedVersions = '*' | readonly number[];

const TAG = /^(?:W\/)?"(?:(\d{1,9})-[0-9a-f]+|[^"]*)"$/;

/**
 * Reads the versions out of `If-Match`. Only they are compared, so that work of machines never stands in a person's way;
 * a `W/` before a tag is accepted, since proxies that compress put it there.
 */
export function matchedVersions(header: string): MatchedVersions {
  if (header.trim() === '*') return '*';
  const versions: number[] = [];
  for (const candidate of header.split(',')) {
    const tag = TAG.exec(candidate.trim());
    if (tag === null) {
      throw badInput([
        {
          field: 'If-Match',
          received: header.slice(0, 80),
          fix: 'Send the ETag as you got it, quotes included, or *.',
        },
      ]);
    }
    if (tag[1] !== undefined) versions.push(Number(tag[1]));
  }
  return [...new Set(versions)];
}
