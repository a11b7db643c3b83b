import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import { getNamedType, isInputObjectType } from 'graphql';
import { constraintOf } from '#api/generate/constraints.ts';
import { must, picture, sha256Of } from './isolation-tenant.testing.ts';
import type { Values } from './isolation-attempt.testing.ts';
import { contract, inputValue } from './isolation-values.testing.ts';
import { DEMO, startTestPlatform, type TestPlatform } from './platform.testing.ts';

/** As people try it: a script, an element that runs one, and the end of whatever it stands in. */
const PAYLOAD = `"'--></title></script></textarea><script>alert(1)</script><img src=x onerror=alert(2)><svg/onload=alert(3)>`;

let platform: TestPlatform;
let token: string;
const ids: Record<string, string> = {};

/** An input whose every free text ends in the payload. */
function hostile(typeName: string, given: Values = {}): Values {
  const type = contract.getType(typeName);
  if (!isInputObjectType(type)) throw new Error(`${typeName} is no input type.`);
  const filled = inputValue(typeName, 'amsel', given);
  for (const field of Object.values(type.getFields())) {
    const named = getNamedType(field.type);
    const value = filled[field.name];
    if (field.name in given || value === undefined) continue;
    const listed = Array.isArray(value);
    if (isInputObjectType(named) && named.name !== 'FocalPointInput')
      filled[field.name] = listed ? [hostile(named.name)] : hostile(named.name);
    else if (named.name === 'String' && constraintOf(field).pattern === undefined)
      filled[field.name] = listed ? [`amsel ${PAYLOAD}`] : `amsel ${PAYLOAD}`;
  }
  return filled;
}

beforeAll(async () => {
  platform = await startTestPlatform();
  token = await platform.signIn(DEMO);
  const make = async (field: string, type: string, input: Values, rest = '', variables: Values = {}) => {
    const declared = rest === '' ? '' : '$projectId:ID!,';
    const answer = await must<{ made: { id: string } }>(
      platform,
      token,
      `mutation(${declared}$input:${type}!){made:${field}(${rest}input:$input){id}}`,
      { input, ...variables },
    );
    return answer.made.id;
  };
  await make('createProfile', 'CreateTenantInput', hostile('CreateTenantInput'));
  const inspiration = await make(
    'createInspiration',
    'CreateInspirationInput',
    hostile('CreateInspirationInput', { audience: 'PUBLIC' }),
  );
  ids.project = await make(
    'createProject',
    'CreateProjectInput',
    hostile('CreateProjectInput', { slug: 'work', coverAssetId: undefined, inspirationIds: [inspiration] }),
  );
  const inProject = { projectId: ids.project };
  await make(
    'createLogEntry',
    'CreateLogEntryInput',
    hostile('CreateLogEntryInput', { assetIds: undefined }),
    'projectId:$projectId,',
    inProject,
  );
  const bytes = await picture('#708090');
  const { createAsset } = await must<{
    createAsset: {
      asset: { id: string };
      upload: { url: string; headers: { name: string; value: string }[] };
    };
  }>(
    platform,
    token,
    'mutation($projectId:ID!,$input:CreateAssetInput!){createAsset(projectId:$projectId,input:$input){asset{id} upload{url headers{name value}}}}',
    { ...inProject, input: hostile('CreateAssetInput', { size: bytes.length, sha256: sha256Of(bytes) }) },
  );
  await fetch(createAsset.upload.url, {
    method: 'PUT',
    headers: Object.fromEntries(createAsset.upload.headers.map(({ name, value }) => [name, value])),
    body: new Uint8Array(bytes),
  });
  await must(platform, token, 'mutation($p:ID!,$id:ID!){completeUpload(projectId:$p,id:$id){id}}', {
    p: ids.project,
    id: createAsset.asset.id,
  });
  ids.page = await make('createPage', 'CreatePageInput', hostile('CreatePageInput', { path: 'about' }));
  await platform.settled();
  await must(platform, token, 'mutation{publishProfile(expectedVersion:1){id}}');
  await must(platform, token, 'mutation($id:ID!){publishProject(id:$id,expectedVersion:1){id}}', {
    id: ids.project,
  });
  await must(platform, token, 'mutation($id:ID!){publishPage(id:$id,expectedVersion:1){id}}', {
    id: ids.page,
  });
  await platform.settled();
});
afterAll(() => platform.remove());

interface Node {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}

const parser = unified().use(rehypeRaw);

/** What a browser would run of ours in a page: scripts, handlers and addresses. Data in JSON is none. */
function dangers(html: string): string[] {
  const found: string[] = [];
  const visit = ({ tagName = '', properties = {}, children = [] }: Node): void => {
    const text = children.map(({ value }) => value ?? '').join('');
    const isData = String(properties.type ?? '').endsWith('json');
    if (tagName === 'script' && text.includes('alert(') && !isData) found.push(`<script>${text}`);
    for (const [name, value] of Object.entries(properties)) {
      const hostileAddress = /^\s*(javascript|data:text|vbscript)/i.test(String(value));
      if ((/^on[a-z]/i.test(name) && String(value).includes('alert')) || hostileAddress)
        found.push(`<${tagName} ${name}>`);
    }
    children.forEach(visit);
  };
  visit(parser.runSync({ type: 'root', children: [{ type: 'raw', value: html } as never] }) as Node);
  return found;
}

test('what is looked for is found', () => {
  expect(dangers(`<p title="${PAYLOAD}`)).toHaveLength(3);
  expect(dangers('<a href="javascript:alert(1)">x</a>')).toEqual(['<a href>']);
  expect(dangers('<p title="<script>alert(1)</script>">&lt;script>alert(1)</p>')).toEqual([]);
});

describe('markup in every text field', () => {
  test.each(['/@amsel/', '/@amsel/work/', '/@amsel/pages/about/', '/'])('is text on %s', async (path) => {
    const { status, html } = await platform.page(path);

    expect(status).toBe(200);
    expect(dangers(html)).toEqual([]);
    expect(html).toContain('amsel');
  });

  test('shows on the pages as it was written', async () => {
    const { html } = await platform.page('/@amsel/work/');

    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  test('is dangerous in no file of the site', () => {
    const files = readdirSync(join(platform.dataDir, 'site'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(html|xml|svg)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name));

    expect(files.length).toBeGreaterThan(3);
    expect(files.filter((file) => dangers(readFileSync(file, 'utf8')).length > 0)).toEqual([]);
  });

  test('is in no HTML that the API answers', async () => {
    for (const path of ['', '/projects/work', '/pages/about']) {
      const text = await (await platform.rest(null, 'GET', `/v1/portfolios/amsel${path}`)).text();
      const html = [...text.matchAll(/"(?:body|statement)Html":"((?:[^"\\]|\\.)*)"/g)]
        .map(([, value]) => value)
        .join('');

      expect(html).not.toBe('');
      expect(dangers(JSON.parse(`"${html}"`) as string)).toEqual([]);
    }
  });
});

test.each([
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  ' javascript:alert(1)',
])('the address %s is refused in every input', async (url) => {
  const links = await platform.rest(token, 'POST', '/v1/projects', {
    body: { links: [{ label: 'x', url }] },
  });
  const source = await platform.rest(token, 'POST', '/v1/inspirations', {
    body: { title: 'x', sourceUrl: url },
  });

  expect([links.status, source.status]).toEqual([400, 400]);
});
