/**
 * The contract on both twins. The one on S3, whose ETags are none of the bytes as under SSE-KMS, runs where `S3_ENDPOINT` is set, with credentials in the environment
 * (`S3_BUCKET` names an existing bucket; else one is made and removed).
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  HeadObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { createS3SiteStore, createSiteS3Client } from './aws.ts';
import { invalidationPaths } from './invalidation.ts';
import { createLocalSiteStore } from './local.ts';
import { fileOf } from './paths.ts';
import { siteStoreContract, type Twin } from './site-store.contract.ts';

describe('site store in a folder', () =>
  siteStoreContract(async () => {
    const dir = mkdtempSync(join(tmpdir(), 'site-store-'));
    const store = createLocalSiteStore({ dir });
    return {
      store,
      location: async (path) => ((await store.read(path)) ? null : store.location(path)),
      end: async () => rmSync(dir, { recursive: true }),
    };
  }));

/** Makes every ETag another, which is what S3 answers under SSE-KMS. */
function withoutHashes(client: S3Client): S3Client {
  client.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args);
      const output = answer.output as { ETag?: string };
      if (output.ETag !== undefined) output.ETag = `"${randomUUID().replaceAll('-', '')}"`;
      return answer;
    },
    { step: 'initialize', name: 'withoutHashes' },
  );
  return client;
}

async function startS3(endpoint: string): Promise<Twin> {
  const region = process.env['AWS_REGION'] ?? 'us-east-1';
  const client = withoutHashes(createSiteS3Client({ region, endpoint }));
  const given = process.env['S3_BUCKET'];
  const bucket = given ?? `site-contract-${Date.now()}`;
  if (!given) await client.send(new CreateBucketCommand({ Bucket: bucket }));
  const store = createS3SiteStore({ client, bucket });
  return {
    store,
    async location(path) {
      const answer = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: fileOf(path) }));
      return answer.WebsiteRedirectLocation ?? null;
    },
    async end() {
      await store.remove(await Array.fromAsync(store.list('@test-')));
      for await (const key of store.records('@test-')) await store.removeRecord(key);
      if (!given) await client.send(new DeleteBucketCommand({ Bucket: bucket }));
      client.destroy();
    },
  };
}

const endpoint = process.env['S3_ENDPOINT'];
if (endpoint) describe('site store on S3', () => siteStoreContract(() => startS3(endpoint)));
else
  it('says that the contract on S3 did not run', () => {
    console.warn('NOT RUN: the site store on S3 (set S3_ENDPOINT to run it)');
    expect(endpoint).toBeUndefined();
  });

describe('paths to invalidate', () => {
  const many = (prefix: string, count: number): string[] =>
    Array.from({ length: count }, (_, i) => `${prefix}${i}/`);
  it.each([
    ['few stay as they are', ['', '@ada/', '@ada/é/'], ['/', '/@ada/', '/@ada/%C3%A9/']],
    ['many of one portfolio become one', ['', ...many('@ada/', 20)], ['/', '/@ada/*']],
    ['many of many become all', many('@', 30).flatMap((each) => [each, `${each}x/`]), ['/*']],
    ['twice the same is once', ['a/', 'a/'], ['/a/']],
  ])('%s', (_, paths, wanted) => {
    expect(invalidationPaths(paths)).toEqual(wanted);
  });
});
