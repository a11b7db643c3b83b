/**
 * The two stacks. What must outlive every change of code, and what is made anew from it: the second knows the first by
 * names and parameters only, so that either can be deployed, and the second deleted, without the other.
 */
import { type App, CfnOutput, Stack, Tags } from 'aws-cdk-lib';
import type { Inventory } from '../inventory.types.ts';
import { originCheck, preToken } from './cloud-functions.ts';
import { Api } from './constructs/api.ts';
import { Data } from './constructs/data.ts';
import { Events } from './constructs/events.ts';
import { Functions } from './constructs/functions.ts';
import { CLI_REDIRECT_URIS, Identity } from './constructs/identity.ts';
import { Rest } from './constructs/rest.ts';
import { Search } from './constructs/search.ts';
import { Site } from './constructs/site.ts';
import { StateMachines } from './constructs/state-machines.ts';
import type { Headers } from './edge/headers.ts';
import { leave, left, namesIn } from './names.ts';
import type { Settings } from './settings.ts';

export interface Deployment {
  inventory: Inventory;
  settings: Settings;
  /** SDL as AppSync takes it. */
  schema: string;
  /** Security headers of pages, by the beginning of their address. */
  pageHeaders: Readonly<Record<`/${string}`, Headers>>;
  /** Bundles: code -> file of resolvers, name -> folder of functions. */
  bundles: { resolvers: ReadonlyMap<string, string>; functions: ReadonlyMap<string, string> };
  /** Texts of state machines' definitions, by name. */
  definitions: ReadonlyMap<string, string>;
  /** Folder of the layer with sharp. */
  sharpLayer: string;
  now: Date;
}

/** Adds both stacks to the app. */
export function addStacks(app: App, deployment: Deployment): { data: Stack; platform: Stack } {
  const data = new Stack(app, 'ArtissistData', {
    description: 'Artissist: what is kept (table, buckets, people)',
    terminationProtection: true,
  });
  const platform = new Stack(app, 'Artissist', { description: 'Artissist: API, functions, events and site' });
  addData(data, deployment);
  addPlatform(platform, deployment);
  platform.addStackDependency(data);
  Tags.of(app).add('project', 'artissist');
  return { data, platform };
}

function addData(stack: Stack, { inventory, settings, bundles }: Deployment): void {
  const origin = `https://${settings.domain}`;
  const kept = new Data(stack, 'Data', { table: inventory.table, names: namesIn(stack), origin });
  const identity = new Identity(stack, 'Identity', {
    origin,
    domainPrefix: settings.domain.replaceAll('.', '-'),
    preTokenBundle: bundleOf(bundles.functions, preToken.name),
  });
  leave(stack, 'streamArn', kept.streamArn);
  leave(stack, 'userPoolId', identity.userPoolId);
  leave(stack, 'userPoolClientId', identity.clientId);
  leave(stack, 'userPoolCliClientId', identity.cliClientId);
}

function addPlatform(stack: Stack, deployment: Deployment): void {
  const { inventory, settings, bundles, schema, pageHeaders, definitions, sharpLayer, now } = deployment;
  const { domain, certificateArn, introspection, models, modelPrices, reindexRoleArn } = settings;
  const names = namesIn(stack);
  const origin = `https://${domain}`;
  const userPoolId = left(stack, 'userPoolId');
  const rows = inventory.functions;
  const functions = new Functions(stack, 'Functions', {
    rows,
    bundles: bundles.functions,
    names,
    origin,
    models,
    modelPrices,
    sharpLayer,
  });
  const { endpoint } = new Search(stack, 'Search', { rows, functions, reindexRoleArn });
  const api = new Api(stack, 'Api', {
    inventory,
    schema,
    code: bundles.resolvers,
    functions,
    names,
    userPoolId,
    origin,
    domainName: `api.${domain}`,
    certificateArn,
    introspection,
    apiKeyExpires: keyExpiry(now),
  });
  api.grantAnnouncements(functions.where(rows, (row) => row.callsApi === true));
  new Events(stack, 'Events', {
    consumers: inventory.consumers,
    functions,
    streamArn: left(stack, 'streamArn'),
  });
  new StateMachines(stack, 'StateMachines', { rows: inventory.stateMachines, definitions, functions });
  const rest = new Rest(stack, 'Rest', {
    functions,
    api,
    originCheckBundle: bundleOf(bundles.functions, originCheck.name),
  });
  const { distribution } = new Site(stack, 'Site', {
    domain,
    certificateArn,
    names,
    rest,
    pageHeaders,
    config: clientConfig(stack, domain, api.apiKey, userPoolId),
    writers: functions.where(rows, (row) => row.site === 'write'),
  });
  new CfnOutput(stack, 'SearchEndpoint', { value: endpoint, description: 'SEARCH_ENDPOINT of reindex' });
  new CfnOutput(stack, 'MediaBucket', { value: names.mediaBucket, description: 'MEDIA_BUCKET of reindex' });
  new CfnOutput(stack, 'SiteTarget', {
    value: distribution.distributionDomainName,
    description: `DNS: ${domain} is an alias of this`,
  });
  new CfnOutput(stack, 'ApiTarget', {
    value: api.domainTarget,
    description: `DNS: api.${domain} is a CNAME of this`,
  });
}

/** `/config.json`, with the members that the local server answers. */
function clientConfig(stack: Stack, domain: string, apiKey: string, userPoolId: string): object {
  const { region, urlSuffix } = stack;
  return {
    site: `https://${domain}`,
    graphql: `https://api.${domain}/graphql`,
    realtime: `wss://api.${domain}/graphql/realtime`,
    rest: `https://${domain}/v1`,
    media: `https://${domain}`,
    apiKey,
    region,
    auth: {
      issuer: `https://cognito-idp.${region}.${urlSuffix}/${userPoolId}`,
      clientId: left(stack, 'userPoolClientId'),
      scope: 'openid email profile',
      cli: { clientId: left(stack, 'userPoolCliClientId'), redirectUris: CLI_REDIRECT_URIS },
    },
  };
}

/**
 * When the anonymous key ends: eleven months from the beginning of this one, which AppSync allows (a year) and which
 * leaves the template alone from day to day. A deployment in a later month prolongs it.
 */
const keyExpiry = (now: Date): number => Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 11, 1) / 1000;

function bundleOf(bundles: ReadonlyMap<string, string>, name: string): string {
  const bundle = bundles.get(name);
  if (bundle === undefined) throw new Error(`There is no bundle of the function ${name}.`);
  return bundle;
}
