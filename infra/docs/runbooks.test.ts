/** What the operators' guides tell to type, open and read is there. */
import * as cloudfront from '@aws-sdk/client-cloudfront';
import * as dynamodb from '@aws-sdk/client-dynamodb';
import * as s3 from '@aws-sdk/client-s3';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { stackName } from '../aws/names.ts';
import { stageOf } from '../aws/stages.ts';
import { prodResources } from '../aws/prod-resources.testing.ts';
import { billOf } from '../cost/bill.ts';
import { readInputs } from '../cost/inputs.ts';
import { limitsOf } from '../cost/limits.ts';
import { monthOf } from '../cost/month.ts';
import { machineWork } from '../cost/work.ts';
import { inventory } from '../inventory.ts';
import { readGuides } from './guides.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const guides = readGuides(new URL('content/docs/', root)).filter(
  ({ path }) => path === 'operating' || path.startsWith('operating/'),
);
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** Sources below a folder, as one text. */
const sources = (folder: string): string =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|mjs|json)$/.test(file) && !file.includes('node_modules'))
    .map((file) => read(`${folder}${file}`))
    .join('\n');
const cloud = sources('infra/aws/');
const code =
  cloud +
  sources('infra/local/') +
  sources('infra/search/') +
  sources('infra/erase/') +
  read('infra/smoke/origin.ts') +
  read('.github/workflows/stage.yml') +
  read('.github/workflows/deploy.yml');

/** Names of a stage, of which the guides speak as such. */
const PREFIXES = new Set(['artissist-<stage>']);

let alarms: string[];
let archives: unknown[];
let logGroups: unknown[];
let resources: ReturnType<typeof prodResources>;
beforeAll(() => {
  resources = prodResources();
  logGroups = resources
    .filter(({ Type }) => Type === 'AWS::Logs::LogGroup')
    .map(({ Properties }) => Properties['LogGroupName']);
  archives = resources
    .filter(({ Type }) => Type === 'AWS::Events::Archive')
    .map(({ Properties }) => Properties['ArchiveName']);
  alarms = resources
    .filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm' || Type === 'AWS::CloudWatch::CompositeAlarm')
    .map(({ Properties }) => String(Properties['AlarmName']));
});

const all = (pattern: RegExp, body: string): string[] => [
  ...new Set([...body.matchAll(pattern)].map(([, found = '']) => found)),
];

it('there are guides for every job of an operator', () => {
  expect(guides.map(({ path }) => path).toSorted()).toEqual(
    ['', '/costs', '/deploy', '/erase', '/restore', '/roll-back', '/rotate', '/throttling', '/watching'].map(
      (path) => `operating${path}`,
    ),
  );
});

describe.for(guides.map(({ path, body }) => [path, body] as const))('the guide %s', ([path, body]) => {
  it('is linked from the overview', () => {
    const from = path === 'operating' ? 'content/docs/index.md' : 'content/docs/operating.md';

    expect(read(from)).toContain(`(/docs/${path}/)`);
  });

  it('names commands of this repository that there are', () => {
    const missing = all(/\bnpm run (?:-s )?([\w-]+)/g, body).filter((name) => !(name in scripts));

    expect(missing).toEqual([]);
  });

  it('names flags that those commands take', () => {
    const used = [...body.matchAll(/\bnpm run (?:-s )?(\w[\w-]*) -- ([^`\n|]*)/g)];
    const missing = used.flatMap(([, name = '', rest = '']) => {
      const script = /(?:infra|bench)\/[\w./-]+\.(?:ts|mjs)/.exec(scripts[name] ?? '')?.[0];
      // CDK's own flags are looked up below.
      if (name === 'deploy' || script === undefined) return [];
      const known = sources(`${script.slice(0, script.lastIndexOf('/'))}/`);
      return all(/--([a-z][\w-]*)/g, rest)
        .filter((flag) => !known.includes(`--${flag}`) && !new RegExp(`\\b${camel(flag)}\\b`).test(known))
        .map((flag) => `${name} --${flag}`);
    });

    expect(missing).toEqual([]);
  });

  it('names files that there are', () => {
    const missing = all(
      /(?:`|^)((?:api|infra|site|content|openapi|\.github|\.ci)\/[\w./-]+|[A-Z]+\.md)(?=`| --|$)/gm,
      body,
    ).filter((file) => !existsSync(new URL(file, root)));

    expect(missing).toEqual([]);
  });

  it('names outputs, parameters and variables of the stacks that there are', () => {
    const outputs = all(/outputs? ((?:`\w+`(?:, | and )?)+)/g, body).flatMap((list) => all(/`(\w+)`/g, list));
    const parameters = all(/(\/artissist\/[\w-]+)/g, body).filter((name) => !name.endsWith('/'));
    const variables = all(/\b(ARTISSIST_[A-Z_]+|SEARCH_ENDPOINT|MEDIA_BUCKET|TABLE_NAME)\b/g, body);

    expect(outputs.filter((name) => !new RegExp(`CfnOutput\\(\\w+, '${name}'`).test(cloud))).toEqual([]);
    expect(parameters.filter((name) => !cloud.includes(`'${name.slice('/artissist/'.length)}'`))).toEqual([]);
    // `ARTISSIST_ANALYSIS_MODEL` is read as `ARTISSIST_${kind}_MODEL`.
    const kinds = /^ARTISSIST_(?:ANALYSIS|EMBEDDINGS|SPEECH)_MODEL$/;
    expect(variables.filter((name) => !code.includes(name) && !kinds.test(name))).toEqual([]);
  });

  it('names alarms that there are', () => {
    const named = all(/`(artissist-(?:[\w-]|<\w+>)+)`/g, body).filter((name) => !PREFIXES.has(name));
    const unknown = named.filter((name) => {
      const pattern = new RegExp(`^${name.replaceAll(/<\w+>/g, '[\\w-]+')}$`);
      return !alarms.some((alarm) => pattern.test(alarm));
    });

    expect(unknown).toEqual([]);
  });

  it('starts again what it stops', () => {
    const named = (verb: string): string[] => all(new RegExp(`\\baws pipes (${verb})-pipe\\b`, 'g'), body);

    expect(named('start').length).toBe(named('stop').length);
  });

  it('names groups of logs that there are', () => {
    const named = all(/`(aws-waf-logs-[\w-]+)`/g, body);

    expect(named.filter((name) => !logGroups.includes(name))).toEqual([]);
  });

  it('names archives that there are', () => {
    const named = all(/--archive-name ([\w-]+)/g, body);

    expect(named.filter((name) => !archives.includes(name))).toEqual([]);
  });

  it('names stacks that there are', () => {
    const stacks = all(/(?:--stack-name|run deploy --) (Artissist\w*)/g, body);

    const known = (['', 'Data', 'Edge'] as const).map((part) => stackName(part, stageOf('prod')));
    expect(stacks.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('names operations that AWS has, where its client is at hand', () => {
    const clients: Record<string, object> = { dynamodb, s3api: s3, cloudfront };
    const used = [...body.matchAll(/\baws (dynamodb|s3api|cloudfront) ([a-z-]+)( [a-z-]+)?/g)];
    const missing = used.flatMap(([, service = '', operation = '', waited = '']) => {
      const name = operation === 'wait' ? `waitUntil${pascal(waited.trim())}` : `${pascal(operation)}Command`;
      return name in (clients[service] ?? {}) ? [] : [`aws ${service} ${operation}`];
    });

    expect(missing).toEqual([]);
  });

  it('shows nothing that the examples of guides would run', () => {
    expect(body).not.toMatch(/^```(?:bash|js)$/m);
  });
});

const pascal = (words: string): string =>
  words
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
const camel = (words: string): string => {
  const name = pascal(words);
  return name.charAt(0).toLowerCase() + name.slice(1);
};

describe('what cannot be done in another order, or at all', () => {
  const guide = (name: string): string => guides.find(({ path }) => path === `operating/${name}`)?.body ?? '';

  it('executions of Lambda are asked for before prod reserves some, as many as that takes', () => {
    const body = guide('deploy');
    const asked = body.search(/--quota-code L-B99A9384/);
    const reserved = Object.values(stageOf('prod').reservedConcurrency).reduce((sum, one) => sum + one, 0);

    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(body.indexOf('npm run deploy -- --all'));
    // Lambda keeps 100 that nobody can reserve.
    expect(Number(/--desired-value (\d+)/.exec(body)?.[1])).toBeGreaterThanOrEqual(reserved + 100);
    for (const name of ['dev', 'staging'] as const) expect(stageOf(name).reservedConcurrency).toEqual({});
  });

  it('only dead letters of queues are moved back, as SQS takes no others', () => {
    const policies = JSON.stringify(resources.map(({ Properties }) => Properties['RedrivePolicy'] ?? null));
    const [, section = ''] = guide('throttling').split('## Dead letters');
    const [moved = '', rest = ''] = section.split('`Undelivered` has');

    expect(policies).not.toContain('Undelivered');
    expect(moved).toContain('start-message-move-task');
    expect(rest).not.toContain('start-message-move-task');
    expect(rest).toContain('purge-queue');
  });
});

describe('the figures of the guide about costs', () => {
  const body = guides.find(({ path }) => path === 'operating/costs')?.body ?? '';
  const machine = machineWork(
    JSON.parse(read(inventory.stateMachines[0]?.definition ?? '')) as Parameters<typeof machineWork>[0],
  );
  const figure = (text = ''): number => Number(text.replaceAll(',', ''));
  const costs = [...body.matchAll(/^\| ([\d,]+) +\| about ([\d,]+) +\| ([\d.,]+) +\|/gm)];
  const met = [...body.matchAll(/^\| ([^|]+?) +\| ([\d,]+) tenants +\|/gm)];

  it.for(costs.map(([, tenants, dollars, each]) => [tenants, dollars, each] as const))(
    'are what the command says: %s tenants',
    ([tenants, dollars, each]) => {
      const bill = billOf(readInputs({ tenants: String(figure(tenants)) }), {
        inventory,
        machine,
        plan: 'plus',
      });

      expect(Math.abs(bill.dollars / figure(dollars) - 1)).toBeLessThan(0.08);
      expect(Math.abs(bill.dollarsATenant / figure(each) - 1)).toBeLessThan(0.08);
    },
  );

  const WHAT: Record<string, string> = {
    'enrichment, two runs at once': 'analyses a minute',
    'wildcards being invalidated': 'wildcards being invalidated',
    'OCUs, ten a side': 'OCUs a side',
    'requests of the model of vectors': 'requests a minute, model of vectors',
  };

  it.for(met.map(([, what, tenants]) => [what, tenants] as const))(
    'say where the limit is met: %s, %s tenants',
    ([what = '', tenants]) => {
      const inputs = readInputs({ tenants: String(figure(tenants)) });
      const limits = limitsOf(inputs, monthOf(inputs, inventory, machine), inventory);

      const limit = limits.find((one) => one.what === WHAT[what]);

      expect(Math.abs((limit?.used ?? 0) - 1)).toBeLessThan(0.25);
    },
  );

  it('are all there', () => {
    expect([costs.length, met.length]).toEqual([3, Object.keys(WHAT).length]);
  });
});
