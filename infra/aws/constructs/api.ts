/** The GraphQL API: AppSync with every data source and resolver of the inventory. */
import { RemovalPolicy, type Stack } from 'aws-cdk-lib';
import {
  CfnApiKey,
  CfnDataSource,
  CfnDomainName,
  CfnDomainNameApiAssociation,
  CfnGraphQLApi,
  CfnGraphQLSchema,
} from 'aws-cdk-lib/aws-appsync';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { Kind, parse } from 'graphql';
import type { DataSourceRow, Inventory } from '../../inventory.types.ts';
import type { Names } from '../names.ts';
import { inlinePolicy, tableStatement } from '../table-policy.ts';
import type { Alias } from './dns.ts';
import type { Functions } from './functions.ts';
import type { Lambda } from './lambda.ts';
import { headerIsMissing, WebAcl } from './web-acl.ts';
import { Resolvers } from './resolvers.ts';

export interface ApiProps {
  inventory: Pick<Inventory, 'dataSources' | 'resolvers'>;
  /** SDL as AppSync takes it. */
  schema: string;
  /** Bundle of each code: code -> file. */
  code: ReadonlyMap<string, string>;
  functions: Functions;
  names: Names;
  userPoolId: string;
  /** Origin of the media, which resolvers put into addresses. */
  origin: string;
  /** `api.<domain>` and the certificate for it, in us-east-1. */
  domainName: string;
  certificateArn: string;
  introspection: boolean;
  /** When the anonymous key ends, in seconds since the epoch: at most a year ahead. */
  apiKeyExpires: number;
}

/** The header by which functions say that they ask for others. */
const VIA = 'x-artissist-via';
/** As many addresses of callers stand behind one of those functions' own. */
const FOR_OTHERS = 50;
/** The limits of the local API: a test holds them together. */
const LIMITS = { queryDepthLimit: 12, resolverCountLimit: 1000 };
/** The function that says whose a personal access token is. */
const AUTHORIZER = 'authorizer';

/** Resolvers hand their work to data sources only, and each of those may do what its row says. */
export class Api extends Construct {
  readonly arn: string;
  /** AppSync's own address, which needs no DNS record of ours. */
  readonly url: string;
  readonly apiKey: string;
  /** What `api.<domain>` is an alias of. */
  readonly domainTarget: Alias;
  /** A summary of each request, among other lines. */
  readonly log: LogGroup;
  readonly #props: ApiProps;
  readonly #api: CfnGraphQLApi;
  readonly #schema: CfnGraphQLSchema;

  constructor(stack: Stack, id: string, props: ApiProps) {
    super(stack, id);
    this.#props = props;
    const { api, log } = this.#graphqlApi(stack);
    this.#api = api;
    this.log = log;
    this.arn = this.#api.attrArn;
    this.url = this.#api.attrGraphQlUrl;
    this.#protect(stack);
    this.#schema = new CfnGraphQLSchema(this, 'Schema', {
      apiId: this.#api.attrApiId,
      definition: props.schema,
    });
    this.apiKey = new CfnApiKey(this, 'AnonymousKey', {
      apiId: this.#api.attrApiId,
      description: 'Visitors: what is public, and no more.',
      expires: props.apiKeyExpires,
    }).attrApiKey;
    this.domainTarget = this.#domain();
    const { dataSources, resolvers } = props.inventory;
    const made = dataSources.map((row) => this.#dataSource(row, stack.region));
    for (const [type, rows = []] of Object.entries(Object.groupBy(resolvers, (row) => row.type))) {
      const nested = new Resolvers(this, `${type}Resolvers`, {
        apiId: this.#api.attrApiId,
        type,
        rows,
        dataSources,
        code: props.code,
      });
      nested.node.addDependency(this.#schema, ...made);
    }
  }

  /** Puts a firewall before the API, which limits what one address may ask. */
  #protect(stack: Stack): void {
    const { names } = this.#props;
    const { api } = names.stage.requestRates;
    const { arn: webAclArn } = new WebAcl(stack, 'ApiFirewall', {
      names,
      name: 'api',
      purpose: 'Stands before the GraphQL API',
      scope: 'REGIONAL',
      rates: [
        { name: 'asked-by-one-address', limit: api, of: headerIsMissing(VIA) },
        // Our own functions ask for many from few addresses, and say so; who calls those is counted at the edge. Anybody
        // may say so, which wins no more than this.
        { name: 'asked-for-others-by-one-address', limit: api * FOR_OTHERS },
      ],
      tooMany: {
        errors: [
          {
            errorType: 'Throttled',
            message: 'Too many requests came from one address in five minutes. Try again in a minute.',
          },
        ],
      },
    });
    new CfnWebACLAssociation(this, 'Firewall', { resourceArn: this.arn, webAclArn });
  }

  /** Lets functions call, as ourselves, the mutations that only we may: those of the schema that ask for IAM alone. */
  grantAnnouncements(callers: readonly Lambda[]): void {
    const fields = ownMutations(this.#props.schema);
    for (const { function: fn, role } of callers) {
      fn.addEnvironment('GRAPHQL_URL', this.url);
      role.addToPolicy(
        new PolicyStatement({
          actions: ['appsync:GraphQL'],
          resources: fields.map((field) => `${this.arn}/types/Mutation/fields/${field}`),
        }),
      );
    }
  }

  #graphqlApi(stack: Stack): { api: CfnGraphQLApi; log: LogGroup } {
    const { functions, names, origin, userPoolId, introspection } = this.#props;
    const authorizer = functions.get(AUTHORIZER).function;
    const logRole = new Role(this, 'LogRole', { assumedBy: new ServicePrincipal('appsync.amazonaws.com') });
    const api = new CfnGraphQLApi(this, 'Graphql', {
      name: 'Artissist',
      authenticationType: 'AMAZON_COGNITO_USER_POOLS',
      userPoolConfig: { userPoolId, awsRegion: stack.region, defaultAction: 'ALLOW' },
      additionalAuthenticationProviders: [
        { authenticationType: 'API_KEY' },
        { authenticationType: 'AWS_IAM' },
        {
          authenticationType: 'AWS_LAMBDA',
          lambdaAuthorizerConfig: {
            authorizerUri: authorizer.functionArn,
            // A revoked token is refused at once.
            authorizerResultTtlInSeconds: 0,
          },
        },
      ],
      environmentVariables: { TABLE_NAME: names.tableName, MEDIA_ORIGIN: origin },
      introspectionConfig: introspection ? 'ENABLED' : 'DISABLED',
      ...LIMITS,
      xrayEnabled: true,
      logConfig: {
        cloudWatchLogsRoleArn: logRole.roleArn,
        fieldLogLevel: 'ERROR',
        excludeVerboseContent: true,
      },
    });
    const logGroup = new LogGroup(this, 'Log', {
      logGroupName: `/aws/appsync/apis/${api.attrApiId}`,
      retention: names.stage.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    logRole.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    authorizer.addPermission('AppSync', {
      principal: new ServicePrincipal('appsync.amazonaws.com'),
      sourceArn: api.attrArn,
    });
    return { api, log: logGroup };
  }

  #domain(): Alias {
    const { domainName, certificateArn } = this.#props;
    const domain = new CfnDomainName(this, 'Domain', { domainName, certificateArn });
    new CfnDomainNameApiAssociation(this, 'DomainAssociation', {
      apiId: this.#api.attrApiId,
      domainName: domain.attrDomainName,
    });
    return { dnsName: domain.attrAppSyncDomainName, hostedZoneId: domain.attrHostedZoneId };
  }

  #dataSource(row: DataSourceRow, awsRegion: string): CfnDataSource {
    const { functions, names } = this.#props;
    const base = { apiId: this.#api.attrApiId, name: row.name };
    if (row.kind === 'none') return new CfnDataSource(this, row.name, { ...base, type: 'NONE' });
    if (row.kind === 'table') {
      return new CfnDataSource(this, row.name, {
        ...base,
        type: 'AMAZON_DYNAMODB',
        dynamoDbConfig: { tableName: names.tableName, awsRegion },
        serviceRoleArn: this.#role(row.name, tableStatement(row.access, names.tableArn)),
      });
    }
    const lambdaFunctionArn = functions.get(row.function).function.functionArn;
    const invoke = new PolicyStatement({
      actions: ['lambda:InvokeFunction'],
      resources: [lambdaFunctionArn],
    });
    return new CfnDataSource(this, row.name, {
      ...base,
      type: 'AWS_LAMBDA',
      lambdaConfig: { lambdaFunctionArn },
      serviceRoleArn: this.#role(row.name, invoke),
    });
  }

  #role(dataSource: string, statement: PolicyStatement): string {
    return new Role(this, `${dataSource}Role`, {
      assumedBy: new ServicePrincipal('appsync.amazonaws.com'),
      inlinePolicies: inlinePolicy([statement]),
    }).roleArn;
  }
}

/** Mutations whose only authorization mode is IAM. */
export function ownMutations(schema: string): string[] {
  return parse(schema, { noLocation: true }).definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.name.value === 'Mutation'
      ? (definition.fields ?? [])
          .filter(
            ({ directives = [] }) =>
              directives.length > 0 && directives.every((one) => one.name.value === 'aws_iam'),
          )
          .map((field) => field.name.value)
      : [],
  );
}
