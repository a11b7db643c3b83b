/**
 * The search index: one OpenSearch Serverless collection of type VECTORSEARCH, for one of type SEARCH finds no
 * neighbours. It gives documents ids of its own, and is filled from the table, so it belongs to what is made from code:
 * a lost one is made anew.
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-data-access.html
 */
import type { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnAccessPolicy, CfnCollection, CfnSecurityPolicy } from 'aws-cdk-lib/aws-opensearchserverless';
import { Construct } from 'constructs';
import type { FunctionRow } from '../../inventory.types.ts';
import type { Functions } from './functions.ts';

export interface SearchProps {
  rows: readonly FunctionRow[];
  functions: Functions;
  /** Its name in the account, of 32 characters at most with `-reindex` after it. */
  collection: string;
  /**
   * Whether copies stand by in other zones. Units cost by the hour with or without use: half a unit for each of writing
   * and searching is the least, and copies double it.
   * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-scaling.html
   */
  standby: boolean;
  /**
   * Key of what the index holds, fixed when the collection is made. Collections share units only where they share a key,
   * so that one of its own costs the least of units once more; AWS's own where it is left out.
   */
  keyArn?: string;
  /** Role that makes the index anew by hand. */
  reindexRoleArn?: string;
}

/** What names of indexes begin with, whatever the collection's own. */
const INDEX = 'artissist';

/** What a function may do in the collection, by its row. Pipelines and aliases belong to the collection. */
const PERMISSIONS = {
  query: {
    collection: ['aoss:DescribeCollectionItems'],
    index: ['aoss:DescribeIndex', 'aoss:ReadDocument'],
  },
  write: {
    collection: [
      'aoss:CreateCollectionItems',
      'aoss:DescribeCollectionItems',
      'aoss:UpdateCollectionItems',
      'aoss:DeleteCollectionItems',
    ],
    index: [
      'aoss:CreateIndex',
      'aoss:DescribeIndex',
      'aoss:UpdateIndex',
      'aoss:DeleteIndex',
      'aoss:ReadDocument',
      'aoss:WriteDocument',
    ],
  },
} as const;

export class Search extends Construct {
  readonly endpoint: string;

  constructor(stack: Stack, id: string, props: SearchProps) {
    super(stack, id);
    const { rows, functions, collection: name, standby, keyArn, reindexRoleArn } = props;
    const theCollection = [`collection/${name}`];
    const itsIndexes = [`index/${name}/${INDEX}-*`];
    const encryption = new CfnSecurityPolicy(this, 'Encryption', {
      name,
      type: 'encryption',
      policy: stack.toJsonString({
        Rules: [{ ResourceType: 'collection', Resource: theCollection }],
        ...(keyArn === undefined ? { AWSOwnedKey: true } : { AWSOwnedKey: false, KmsARN: keyArn }),
      }),
    });
    // Its endpoint is reached over TLS with signed requests, and who may do what is in the access policies. Functions
    // stand in no network of ours. There is no rule for dashboards: nobody reaches those.
    const network = new CfnSecurityPolicy(this, 'Network', {
      name,
      type: 'network',
      policy: stack.toJsonString([
        { Rules: [{ ResourceType: 'collection', Resource: theCollection }], AllowFromPublic: true },
      ]),
    });
    const collection = new CfnCollection(this, 'Collection', {
      name,
      type: 'VECTORSEARCH',
      standbyReplicas: standby ? 'ENABLED' : 'DISABLED',
      description: 'Artissist: what can be found, in public and by tenants',
    });
    collection.addResourceDependency(encryption);
    collection.addResourceDependency(network);
    this.endpoint = collection.attrCollectionEndpoint;
    const allow = (who: string, access: keyof typeof PERMISSIONS, principals: string[]): void => {
      const permissions = PERMISSIONS[access];
      new CfnAccessPolicy(this, `Access-${who}`, {
        name: `${name}-${who}`,
        type: 'data',
        policy: stack.toJsonString([
          {
            Rules: [
              { ResourceType: 'collection', Resource: theCollection, Permission: permissions.collection },
              { ResourceType: 'index', Resource: itsIndexes, Permission: permissions.index },
            ],
            Principal: principals,
          },
        ]),
      });
    };
    if (reindexRoleArn !== undefined) allow('reindex', 'write', [reindexRoleArn]);
    for (const access of ['query', 'write'] as const) {
      const users = functions.where(rows, ({ index }) => index === access);
      if (users.length === 0) continue;
      allow(
        access,
        access,
        users.map(({ role }) => role.roleArn),
      );
      for (const { function: fn, role } of users) {
        fn.addEnvironment('SEARCH_ENDPOINT', this.endpoint);
        role.addToPolicy(
          new PolicyStatement({ actions: ['aoss:APIAccessAll'], resources: [collection.attrArn] }),
        );
      }
    }
  }
}
