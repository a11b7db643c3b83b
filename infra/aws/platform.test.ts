/** Each concern's settings, as the templates hold them. */
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { createContext, runInContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { pagePolicy, securityHeaders } from '../local/site/headers.ts';
import { ownMutations } from './constructs/api.ts';
import { CLI_REDIRECT_URIS } from './constructs/identity.ts';
import { headersPolicy } from './edge/headers.ts';
import { exampleSettings } from './settings.ts';
import { exampleDeployment, resourcesOf, synthesise } from './testing.ts';

/** What is looked at of a function. */
interface Made {
  Properties: { Description: string; Layers?: unknown };
}

let data: Template;
let platform: Template;
let resolvers: Template[];

beforeAll(() => {
  ({ data, platform, resolvers } = synthesise());
});

describe('the API', () => {
  it('takes access tokens first, then keys, our own calls and personal tokens, whose answers are not kept', () => {
    platform.hasResourceProperties('AWS::AppSync::GraphQLApi', {
      AuthenticationType: 'AMAZON_COGNITO_USER_POOLS',
      AdditionalAuthenticationProviders: [
        { AuthenticationType: 'API_KEY' },
        { AuthenticationType: 'AWS_IAM' },
        {
          AuthenticationType: 'AWS_LAMBDA',
          LambdaAuthorizerConfig: Match.objectLike({ AuthorizerResultTtlInSeconds: 0 }),
        },
      ],
      EnvironmentVariables: { TABLE_NAME: 'Artissist', MEDIA_ORIGIN: 'https://artissist.example' },
      XrayEnabled: true,
      LogConfig: Match.objectLike({ FieldLogLevel: 'ERROR', ExcludeVerboseContent: true }),
      IntrospectionConfig: 'DISABLED',
    });
  });

  it('opens introspection when the settings say so', () => {
    const open = synthesise({ settings: { ...exampleSettings('prod'), introspection: true } });

    open.platform.hasResourceProperties('AWS::AppSync::GraphQLApi', { IntrospectionConfig: 'ENABLED' });
  });

  it('renews the anonymous key once a month, for less than a year', () => {
    platform.hasResourceProperties('AWS::AppSync::ApiKey', { Expires: Date.UTC(2027, 1, 1) / 1000 });
  });

  it('keeps code out of the template', () => {
    const made = resolvers.flatMap((template) =>
      ['AWS::AppSync::Resolver', 'AWS::AppSync::FunctionConfiguration'].flatMap((type) =>
        Object.values(resourcesOf(template, type)).map(({ Properties }) => Properties),
      ),
    );

    expect(made.length).toBeGreaterThan(150);
    for (const properties of made) {
      expect(properties).toMatchObject({ Runtime: { Name: 'APPSYNC_JS', RuntimeVersion: '1.0.0' } });
      expect(properties['Code']).toBeUndefined();
      expect(properties['CodeS3Location']).toBeDefined();
    }
  });

  it('takes for our own mutations those that ask for IAM alone', () => {
    const schema = `
      type Query { a: Int @aws_iam }
      type Mutation { a: Int  b: Int @aws_iam  c: Int @aws_iam @aws_lambda }`;

    expect(ownMutations(schema)).toEqual(['b']);
    expect(ownMutations(exampleDeployment().schema)).toEqual(['announceProject', 'announceTenant']);
  });
});

describe('functions', () => {
  it('run on Node 24 for arm64, and are traced', () => {
    for (const template of [data, platform]) {
      template.allResourcesProperties('AWS::Lambda::Function', {
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
        TracingConfig: { Mode: 'Active' },
      });
    }
  });

  it.each(['sharp', 'readers', 'docs', 'pages'] as const)(
    'have the layer %s where their rows ask for it',
    (name) => {
      const [[layerId] = []] = Object.entries(platform.findResources('AWS::Lambda::LayerVersion')).filter(
        ([id]) => id.toLowerCase().includes(name === 'docs' ? 'documentation' : name),
      );
      const layered = Object.values(platform.findResources('AWS::Lambda::Function')).filter((made) =>
        JSON.stringify((made as Made).Properties.Layers ?? []).includes(`"${layerId}"`),
      );

      const rows = exampleDeployment().inventory.functions.filter((row) =>
        name === 'pages' ? (row.site ?? row.pages) : row.layer === name,
      );
      expect(rows.length).toBeGreaterThan(0);
      expect(layered.map((made) => (made as Made).Properties.Description)).toEqual(
        rows.map(({ purpose }) => purpose),
      );
    },
  );

  it('find the pages where their layer is unpacked', () => {
    for (const { purpose } of exampleDeployment().inventory.functions.filter(
      (row) => row.site ?? row.pages,
    )) {
      platform.hasResourceProperties('AWS::Lambda::Function', {
        Description: purpose,
        Environment: { Variables: Match.objectLike({ PAGES_FOLDER: '/opt/pages/' }) },
      });
    }
  });
});

describe('events', () => {
  it('reach queues from rules of this account alone', () => {
    const statements = Object.values(resourcesOf(platform, 'AWS::SQS::QueuePolicy')).flatMap(
      ({ Properties }) => (Properties['PolicyDocument'] as { Statement: object[] }).Statement,
    ) as Array<{ Effect: string; Principal: { Service?: string }; Condition?: object }>;

    const given = statements.filter(({ Principal }) => Principal.Service === 'events.amazonaws.com');
    expect(given.length).toBeGreaterThan(exampleDeployment().inventory.consumers.length);
    for (const { Condition } of given)
      expect(JSON.stringify(Condition)).toMatch(/aws:SourceAccount|aws:SourceArn/);
  });

  it('come from the oldest record kept and go to the bus with their type', () => {
    platform.hasResourceProperties('AWS::Pipes::Pipe', {
      SourceParameters: {
        DynamoDBStreamParameters: Match.objectLike({
          StartingPosition: 'TRIM_HORIZON',
          MaximumRetryAttempts: -1,
          MaximumRecordAgeInSeconds: 82_800,
          OnPartialBatchItemFailure: 'AUTOMATIC_BISECT',
          DeadLetterConfig: Match.anyValue(),
        }),
      },
      Enrichment: Match.anyValue(),
      TargetParameters: {
        EventBridgeEventBusParameters: { Source: 'artissist.table', DetailType: '$.type' },
      },
    });
  });

  it('are given to no one before their turn: queues wait at least as long as their function may run', () => {
    const functions = resourcesOf(platform, 'AWS::Lambda::Function');
    const queues = resourcesOf(platform, 'AWS::SQS::Queue');
    const mappings = Object.values(resourcesOf(platform, 'AWS::Lambda::EventSourceMapping'));

    for (const { Properties } of mappings) {
      const { FunctionName, EventSourceArn } = Properties as {
        FunctionName: { Ref: string };
        EventSourceArn: { 'Fn::GetAtt': [string] };
      };
      const waits = Number(queues[EventSourceArn['Fn::GetAtt'][0]]?.Properties['VisibilityTimeout']);
      expect(waits).toBeGreaterThan(Number(functions[FunctionName.Ref]?.Properties['Timeout']));
    }
  });

  it('that cannot be delivered to a queue are kept, by every rule', () => {
    platform.allResourcesProperties('AWS::Events::Rule', {
      Targets: [Match.objectLike({ DeadLetterConfig: Match.anyValue() })],
    });
  });
});

describe('the domain', () => {
  const behaviors = (): Record<string, unknown>[] => {
    const [distribution] = Object.values(resourcesOf(platform, 'AWS::CloudFront::Distribution'));
    const { CacheBehaviors } = distribution?.Properties['DistributionConfig'] as {
      CacheBehaviors: Record<string, unknown>[];
    };
    return CacheBehaviors;
  };

  it('has the paths of the local server; all others are pages', () => {
    expect(behaviors().map(({ PathPattern }) => PathPattern)).toEqual([
      '/v1',
      '/v1/*',
      '/search/*',
      '/media/*',
      '/config.json',
    ]);
  });

  it('reads both buckets by origin access control', () => {
    platform.resourcePropertiesCountIs(
      'AWS::CloudFront::OriginAccessControl',
      {
        OriginAccessControlConfig: Match.objectLike({
          OriginAccessControlOriginType: 's3',
          SigningBehavior: 'always',
        }),
      },
      2,
    );
  });

  it('gives parts of the site headers of their own', () => {
    const strict = securityHeaders('/', { '/': pagePolicy() }, true);
    const docs = { ...strict, 'content-security-policy': "script-src 'self'" };

    const { platform: other } = synthesise({ pageHeaders: { '/': strict, '/docs/': docs } });

    const [distribution] = Object.values(resourcesOf(other, 'AWS::CloudFront::Distribution'));
    expect(JSON.stringify(distribution)).toContain('"PathPattern":"/docs/*"');
    other.resourceCountIs('AWS::CloudFront::ResponseHeadersPolicy', 4);
  });

  it('answers REST only to CloudFront, by a secret that is not in the template', () => {
    platform.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
      AuthorizerType: 'REQUEST',
      IdentitySource: ['$request.header.x-artissist-origin'],
      EnableSimpleResponses: true,
    });
    platform.allResourcesProperties('AWS::ApiGatewayV2::Route', { AuthorizationType: 'CUSTOM' });
    platform.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: Match.objectLike({
        Origins: Match.arrayWith([
          Match.objectLike({
            OriginCustomHeaders: [
              {
                HeaderName: 'x-artissist-origin',
                HeaderValue: { 'Fn::Join': ['', Match.arrayWith(['{{resolve:secretsmanager:'])] },
              },
            ],
          }),
        ]),
      }),
    });
  });

  it('answers /config.json with the addresses of the deployment', () => {
    const code = Object.values(resourcesOf(platform, 'AWS::CloudFront::Function'))
      .map(({ Properties }) => Properties['FunctionCode'])
      .find((one): one is { 'Fn::Join': [string, unknown[]] } => typeof one === 'object');
    const text = code?.['Fn::Join'][1].map((part) => (typeof part === 'string' ? part : 'X')).join('') ?? '';

    const context = createContext({});
    const answer = runInContext(`${text}; JSON.parse(handler().body)`, context) as Record<string, unknown>;

    expect(answer).toEqual({
      site: 'https://artissist.example',
      graphql: 'https://api.artissist.example/graphql',
      realtime: 'wss://api.artissist.example/graphql/realtime',
      rest: 'https://artissist.example/v1',
      media: 'https://artissist.example',
      apiKey: 'X',
      region: 'us-east-1',
      auth: {
        issuer: 'https://cognito-idp.us-east-1.X/X',
        clientId: 'X',
        scope: 'openid email profile',
        cli: { clientId: 'X', redirectUris: CLI_REDIRECT_URIS },
      },
    });
  });
});

describe('headersPolicy', () => {
  it('gives CloudFront its own words for security headers, and the others as they are', () => {
    const headers = securityHeaders('/', { '/': pagePolicy() }, true);

    const { securityHeadersBehavior, customHeadersBehavior } = headersPolicy(headers);

    expect(securityHeadersBehavior).toMatchObject({
      contentSecurityPolicy: { contentSecurityPolicy: headers['content-security-policy'] },
      contentTypeOptions: { override: true },
      referrerPolicy: { referrerPolicy: headers['referrer-policy'] },
      strictTransportSecurity: { includeSubdomains: true },
    });
    expect(customHeadersBehavior?.customHeaders.map(({ header, value }) => [header, value])).toEqual(
      ['permissions-policy', 'cross-origin-opener-policy'].map((name) => [name, headers[name]]),
    );
  });

  it('refuses a referrer policy that CloudFront does not know', () => {
    expect(() => headersPolicy({ 'referrer-policy': 'sometimes' })).toThrow('Received: sometimes');
  });
});
