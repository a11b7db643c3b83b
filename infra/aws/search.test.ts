/** The collection that holds the search index, and who reaches it. */
import { describe, expect, it } from 'vitest';
import { exampleSettings } from './settings.ts';
import { resourcesOf, synthesise } from './testing.ts';

const { platform } = synthesise();

interface Rule {
  ResourceType: string;
  Resource: string[];
  Permission?: string[];
}

/** The JSON text of a policy, with placeholders where CloudFormation fills in. */
const textOf = (policy: unknown): string =>
  typeof policy === 'string'
    ? policy
    : (policy as { 'Fn::Join': [string, unknown[]] })['Fn::Join'][1]
        .map((part) => (typeof part === 'string' ? part : 'ARN'))
        .join('');
const policiesOf = (type: string): Array<{ name: string; type: string; policy: unknown }> =>
  Object.values(resourcesOf(platform, `AWS::OpenSearchServerless::${type}`)).map(({ Properties }) => ({
    name: String(Properties['Name']),
    type: String(Properties['Type']),
    policy: JSON.parse(textOf(Properties['Policy'])) as unknown,
  }));

describe('the collection of the search index', () => {
  it('is one that finds neighbours of vectors', () => {
    const collections = Object.values(resourcesOf(platform, 'AWS::OpenSearchServerless::Collection'));

    expect(collections.map(({ Properties }) => Properties['Type'])).toEqual(['VECTORSEARCH']);
  });

  it('is encrypted, and reached at its endpoint alone: there are no dashboards', () => {
    const policies = policiesOf('SecurityPolicy');

    const network = policies.find(({ type }) => type === 'network')?.policy as Array<{ Rules: Rule[] }>;
    const encryption = policies.find(({ type }) => type === 'encryption')?.policy;
    expect(encryption).toEqual({
      Rules: [{ ResourceType: 'collection', Resource: ['collection/artissist'] }],
      AWSOwnedKey: false,
      KmsARN: 'ARN',
    });
    platform.hasParameter('*', { Default: '/artissist/table-key-arn' });
    // The functions stand in no network; each call is signed, and the data policy says who may.
    expect(network).toMatchObject([{ AllowFromPublic: true }]);
    expect(network.flatMap(({ Rules }) => Rules)).toEqual([
      { ResourceType: 'collection', Resource: ['collection/artissist'] },
    ]);
  });

  it.each(['dev', 'pr-7'] as const)(
    'shares its units with others where things are tried out: %s',
    (stage) => {
      const { platform: tried } = synthesise({ settings: exampleSettings(stage) });

      const [encryption] = Object.values(resourcesOf(tried, 'AWS::OpenSearchServerless::SecurityPolicy'))
        .filter(({ Properties }) => Properties['Type'] === 'encryption')
        .map(({ Properties }) => JSON.parse(textOf(Properties['Policy'])) as unknown);
      expect(encryption).toMatchObject({ AWSOwnedKey: true });
    },
  );

  it('is written by whom a deployment names as well, and by nobody else', () => {
    const reindexRoleArn = 'arn:aws:iam::111122223333:role/operators';
    const named = synthesise({ settings: { ...exampleSettings('prod'), reindexRoleArn } }).platform;

    const principals = Object.values(resourcesOf(named, 'AWS::OpenSearchServerless::AccessPolicy'))
      .filter(({ Properties }) => Properties['Name'] === 'artissist-reindex')
      .map(
        ({ Properties }) =>
          (JSON.parse(textOf(Properties['Policy'])) as [{ Principal: string[] }])[0].Principal,
      );
    expect(principals).toEqual([[reindexRoleArn]]);
  });

  it('is written by the indexer and read by search, in its own indexes alone', () => {
    const policies = Object.fromEntries(
      policiesOf('AccessPolicy').map(({ name, policy }) => [
        name,
        (policy as Array<{ Rules: Rule[] }>).flatMap(({ Rules }) => Rules),
      ]),
    );

    const rules = Object.values(policies).flat();
    expect(Object.keys(policies).sort()).toEqual(['artissist-query', 'artissist-write']);
    expect(policies['artissist-query']?.flatMap(({ Permission }) => Permission)).toEqual([
      'aoss:DescribeCollectionItems',
      'aoss:DescribeIndex',
      'aoss:ReadDocument',
    ]);
    expect(policies['artissist-write']?.flatMap(({ Permission }) => Permission)).toContain(
      'aoss:WriteDocument',
    );
    expect(new Set(rules.flatMap(({ Resource }) => Resource))).toEqual(
      new Set(['collection/artissist', 'index/artissist/artissist-*']),
    );
    expect(rules.flatMap(({ Permission }) => Permission).join()).not.toMatch(/\*|Dashboards/);
  });
});
