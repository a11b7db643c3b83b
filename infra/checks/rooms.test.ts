import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type IForbiddenRuleType } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { astroImports, forbiddenAstroImports } from './astro-imports.ts';
import { roomRules } from './rooms.ts';

interface Configuration {
  forbidden: IForbiddenRuleType[];
  options: Record<string, unknown>;
}
const configuration = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as Configuration;

/** Rule, importing file, what it imports. Every rule has at least one row. */
const forbidden: [rule: string, from: string, specifier: string][] = [
  ['no-cycles', 'api/cycle-a.ts', './cycle-b.ts'],
  ['shipped-code-imports-no-tests', 'api/shipped.ts', './thing.test.ts'],
  ['shipped-code-imports-no-tests', 'site/view.ts', './thing.testing.ts'],
  ['content-imports-nothing', 'content/list.ts', 'node:fs'],
  ['openapi-is-the-ground', 'openapi/routes.ts', '#api/types.gen.ts'],
  ['api-knows-no-site-or-infra', 'api/events.ts', '#site/page.ts'],
  ['nobody-imports-infra', 'site/page.ts', '#infra/table.ts'],
  ['infra-imports-no-bench', 'infra/local/main.ts', '#bench/bench.ts'],
  ['resolvers-stay-in-appsync', 'api/resolvers/Query.a.ts', '../errors.ts'],
  ['resolvers-stay-in-appsync', 'api/resolvers/_lib/a.ts', 'node:crypto'],
  ['resolver-libraries-import-no-resolver', 'api/resolvers/_lib/b.ts', '../Query.b.ts'],
  ['only-resolvers-import-appsync-utils', 'api/functions/a/a.ts', '@aws-appsync/utils'],
  ['site-reaches-data-through-the-contract', 'site/islands/a.ts', '#api/errors.ts'],
  ['publisher-knows-events-and-ports', 'site/publisher/a.ts', '#api/ports/site-store/local.ts'],
  ['aws-sdk-behind-ports', 'api/functions/b/b.ts', '@aws-sdk/client-s3'],
  ['aws-sdk-in-infra', 'infra/build/a.ts', '@aws-sdk/client-s3'],
  ['cdk-in-infra-aws', 'infra/local/a.ts', 'aws-cdk-lib'],
  ['engines-behind-local-twins', 'api/functions/c/c.ts', 'node:sqlite'],
  ['engines-behind-local-twins', 'api/ports/search/aws.ts', 'oidc-provider'],
  ['generators-in-api-generate', 'api/functions/d/d.ts', 'graphql'],
  ['setup-needs-no-packages', 'infra/setup/install.mjs', 'yaml'],
  ['shipped-code-uses-dependencies', 'api/functions/e/e.ts', 'vite'],
  ['packages-are-declared', 'infra/local/b.ts', 'undeclared'],
  ['imports-resolve', 'infra/local/c.ts', './nowhere.ts'],
];

/** Importing file and what it may import. */
const allowed: [from: string, specifier: string][] = [
  ['api/resolvers/Query.c.ts', '@aws-appsync/utils'],
  ['api/resolvers/Query.c.ts', '../types.gen.ts'],
  ['api/ports/site-store/aws.ts', '@aws-sdk/client-s3'],
  ['api/functions/f/f.lambda.ts', '@aws-sdk/client-s3'],
  ['api/ports/search/local.ts', 'node:sqlite'],
  ['site/publisher/b.ts', '#api/ports/site-store/port.ts'],
  ['site/publisher/b.ts', '#api/events.ts'],
  ['infra/aws/app.ts', 'aws-cdk-lib'],
  ['infra/local/d.ts', '#site/page.ts'],
  ['bench/run.ts', '#infra/table.ts'],
  ['api/generate/types.ts', 'graphql'],
];

const files = [
  ...['api/thing.test.ts', 'site/thing.testing.ts', 'api/types.gen.ts', 'api/errors.ts', 'site/page.ts'],
  ...['infra/table.ts', 'bench/bench.ts', 'api/resolvers/Query.b.ts', 'api/events.ts'],
  ...['api/ports/site-store/local.ts', 'api/ports/site-store/port.ts'],
];
const dependencies = [
  '@aws-appsync/utils',
  '@aws-sdk/client-s3',
  'aws-cdk-lib',
  'oidc-provider',
  'graphql',
  'yaml',
];

let house: string;
let found: { rule: string; from: string; to: string }[];

beforeAll(async () => {
  house = mkdtempSync(join(tmpdir(), 'rooms-'));
  const texts = new Map(files.map((path) => [path, '']));
  for (const [from, specifier] of [...forbidden.map(([, ...row]) => row), ...allowed]) {
    texts.set(from, `${texts.get(from) ?? ''}import '${specifier}';\n`);
  }
  texts.set('api/cycle-b.ts', "import './cycle-a.ts';\n");
  for (const name of [...dependencies, 'vite', 'undeclared']) {
    texts.set(
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
    );
    texts.set(`node_modules/${name}/index.js`, '');
  }
  const versions = (names: string[]) => Object.fromEntries(names.map((name) => [name, '1.0.0']));
  const imports = Object.fromEntries(
    ['api', 'bench', 'infra', 'openapi', 'site'].map((room) => [`#${room}/*`, `./${room}/*`]),
  );
  const manifest = {
    type: 'module',
    imports,
    dependencies: versions(dependencies),
    devDependencies: versions(['vite']),
  };
  texts.set('package.json', JSON.stringify(manifest));
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }

  const { tsConfig: _, enhancedResolveOptions, ...options } = configuration.options;
  const rooms = ['api', 'bench', 'content', 'infra', 'openapi', 'site'];
  const { output } = await cruise(
    rooms,
    { ...options, baseDir: house, validate: true, ruleSet: { forbidden: configuration.forbidden } },
    { ...(enhancedResolveOptions as object) },
  );
  if (typeof output === 'string') throw new Error(output);
  found = output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

describe('the rooms', () => {
  it.each(forbidden)('%s: %s may not import %s', (rule, from) => {
    expect(found.filter((violation) => violation.from === from).map((violation) => violation.rule)).toContain(
      rule,
    );
  });

  it.each(allowed)('%s may import %s', (from) => {
    expect(found.filter((violation) => violation.from === from)).toEqual([]);
  });

  it('have a forbidden import for every rule in this test', () => {
    const tested = new Set(forbidden.map(([rule]) => rule));
    expect(configuration.forbidden.map(({ name }) => name).filter((name) => !tested.has(name ?? ''))).toEqual(
      [],
    );
  });
});

describe('the rooms of .astro files', () => {
  const page = [
    '---',
    "import type { Thing } from '#infra/table.ts';",
    "import { S3Client } from '@aws-sdk/client-s3';",
    "import Card from '../components/Card.astro';",
    '---',
    '<p>import nothing from "here"</p>',
    '<script>',
    "  import { errors } from '#api/errors.ts';",
    '</script>',
    '<script src="../../infra/local/main.ts"></script>',
  ].join('\n');

  it('are read from the frontmatter and from scripts', () => {
    expect(astroImports(page)).toEqual([
      { specifier: '#infra/table.ts', line: 2 },
      { specifier: '@aws-sdk/client-s3', line: 3 },
      { specifier: '../components/Card.astro', line: 4 },
      { specifier: '#api/errors.ts', line: 8 },
      { specifier: '../../infra/local/main.ts', line: 10 },
    ]);
  });

  it('are those of TypeScript files', () => {
    const problems = forbiddenAstroImports(roomRules(), 'site/pages/index.astro', page);

    expect(problems.map(({ place, message }) => [place, message.split(':')[0]])).toEqual([
      ['site/pages/index.astro:2', 'nobody-imports-infra'],
      ['site/pages/index.astro:3', 'aws-sdk-behind-ports'],
      ['site/pages/index.astro:8', 'site-reaches-data-through-the-contract'],
      ['site/pages/index.astro:10', 'nobody-imports-infra'],
    ]);
  });
});
