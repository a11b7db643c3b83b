/**
 * The stacks of a stage: what must outlive every change of code, what CloudFront takes from us-east-1, and what is made
 * anew from code. They know one another by names and parameters only, so that each can be deployed, and the last two
 * deleted, without the others.
 */
import { type App, CfnOutput, Stack, Tags } from 'aws-cdk-lib';
import { EVENTS_TARGET_QUEUE_SAME_ACCOUNT } from 'aws-cdk-lib/cx-api';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Inventory } from '../inventory.types.ts';
import { clientConfig } from './client-config.ts';
import { evidence, originCheck, preToken, rotateOriginSecret, siteResponse } from './cloud-functions.ts';
import { AccessLogs } from './constructs/access-logs.ts';
import { Analytics } from './constructs/analytics.ts';
import { AnalyticsStore } from './constructs/analytics-store.ts';
import { Api } from './constructs/api.ts';
import { API_LOGS, ApiLog } from './constructs/api-log.ts';
import { Audit } from './constructs/audit.ts';
import { AuditLog } from './constructs/audit-log.ts';
import { Backups } from './constructs/backups.ts';
import { Budgets } from './constructs/budgets.ts';
import { Certificate } from './constructs/certificate.ts';
import { Data } from './constructs/data.ts';
import { DeployedSite } from './constructs/deployed-site.ts';
import { CLOUDFRONT_ZONE, Dns } from './constructs/dns.ts';
import { Edge, siteResponseVersion } from './constructs/edge.ts';
import { Events } from './constructs/events.ts';
import { Functions, type LayerFolders } from './constructs/functions.ts';
import { Identity } from './constructs/identity.ts';
import { IdentityFirewall } from './constructs/identity-firewall.ts';
import { EdgeKey, Keys } from './constructs/keys.ts';
import { keepLogs } from './constructs/logs.ts';
import { Observability } from './constructs/observability/observability.ts';
import { SitePromises } from './constructs/observability/site-promises.ts';
import { ParameterReader } from './constructs/parameter-reader.ts';
import { Rest } from './constructs/rest.ts';
import { Schedules } from './constructs/schedules.ts';
import { Search } from './constructs/search.ts';
import { OriginSecret } from './constructs/secrets.ts';
import { Site } from './constructs/site.ts';
import { StateMachines } from './constructs/state-machines.ts';
import { TrafficLog } from './constructs/traffic-log.ts';
import { Trail, trailArnOf } from './constructs/trail.ts';
import { Zone } from './constructs/zone.ts';
import type { Headers } from './edge/headers.ts';
import { leave, left, namesIn, stackName } from './names.ts';
import type { Settings } from './settings.ts';
import { stageOf } from './stages.ts';

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
  layers: LayerFolders;
  now: Date;
}

/** CloudFront reads certificates, firewalls and functions at the edge there, and AppSync certificates. */
const EDGE_REGION = 'us-east-1';

export interface Stacks {
  data: Stack;
  edge: Stack;
  platform: Stack;
  traffic: Stack;
}

/** Adds the stacks of the settings' stage to the app. */
export function addStacks(app: App, deployment: Deployment): Stacks {
  const { stage } = deployment.settings;
  // Rules of other accounts may not write to our queues.
  app.node.setContext(EVENTS_TARGET_QUEUE_SAME_ACCOUNT, true);
  const env = { region: stage.region };
  const data = new Stack(app, stackName('Data', stage), {
    description: 'Artissist: what is kept (table, buckets, people)',
    terminationProtection: stage.keeps,
    env,
  });
  const edge = new Stack(app, stackName('Edge', stage), {
    description: 'Artissist: what CloudFront takes from us-east-1',
    env: { region: EDGE_REGION },
  });
  const platform = new Stack(app, stackName('', stage), {
    description: 'Artissist: API, functions, events and site',
    env,
  });
  const traffic = new Stack(app, stackName('Traffic', stage), {
    description: "Artissist: CloudFront's log and alarms on its figures, which are in us-east-1",
    env: { region: EDGE_REGION },
  });
  addData(data, deployment);
  addEdge(edge, deployment);
  addPlatform(platform, deployment);
  edge.addStackDependency(data);
  platform.addStackDependency(data);
  platform.addStackDependency(edge);
  addTraffic(traffic, deployment);
  traffic.addStackDependency(platform);
  Tags.of(app).add('project', 'artissist');
  Tags.of(app).add('stage', stage.name);
  return { data, edge, platform, traffic };
}

function addData(stack: Stack, { inventory, settings, bundles }: Deployment): void {
  const { stage, domain } = settings;
  const origin = `https://${domain}`;
  const names = namesIn(stack, stage);
  const keys = new Keys(stack, 'Keys', names);
  const { bucket: logBucket } = new AccessLogs(stack, 'AccessLogs', names);
  const kept = new Data(stack, 'Data', { table: inventory.table, names, keys, logBucket, origin });
  new AnalyticsStore(stack, 'AnalyticsStore', { names, keys, logBucket });
  const { tableArn, mediaArn } = kept;
  if (stage.backupDays > 0)
    new Backups(stack, 'Backups', {
      ...{ names, keys, tableArn, mediaArn },
      days: stage.backupDays,
      restores: stage.kind === 'prod',
    });
  if (stage.audit) {
    const trailArn = trailArnOf(stack, names);
    const audit = new Audit(stack, 'Audit', { names, lock: stage.audit, trailArn, logBucket });
    new Trail(stack, 'Trail', { names, audit, tableArn, mediaArn });
  }
  const identity = new Identity(stack, 'Identity', {
    stage,
    origin,
    domainPrefix: domain.replaceAll('.', '-'),
    preTokenBundle: bundleOf(bundles.functions, preToken.name),
    ...(settings.sesMail && { mailDomain: domain }),
  });
  leave(stack, 'operationsKeyArn', keys.operations.keyArn, stage);
  leave(stack, 'objectsKeyArn', keys.objects.keyArn, stage);
  leave(stack, 'tableKeyArn', keys.table.keyArn, stage);
  leave(stack, 'streamArn', kept.streamArn, stage);
  leave(stack, 'userPoolId', identity.userPoolId, stage);
  leave(stack, 'userPoolClientId', identity.clientId, stage);
  leave(stack, 'userPoolCliClientId', identity.cliClientId, stage);
  if (stage.zoneOf === stage.name) {
    leave(stack, 'zoneId', new Zone(stack, 'Zone', { domain, keeps: stage.keeps }).zoneId, stage);
  }
  keepLogs(stack, stage, keys.operations.keyArn);
}

/** What CloudFront takes from us-east-1, whatever the region of the others. */
function addEdge(stack: Stack, { settings, bundles }: Deployment): void {
  const { stage, domain, certificateArn: given, alarmAddress, anomalyMonitorArn } = settings;
  // A preview's cost is part of its account's.
  if (stage.name === stage.kind) {
    new Budgets(stack, 'Budgets', { stage, alarmAddress, ...(anomalyMonitorArn && { anomalyMonitorArn }) });
  }
  const names = namesIn(stack, stage);
  const { key } = new EdgeKey(stack, 'EdgeKey', names);
  leave(stack, 'edgeKeyArn', key.keyArn, stage);
  const edge = new Edge(stack, 'Edge', {
    names,
    siteResponseBundle: bundleOf(bundles.functions, siteResponse.name),
    problemBase: `https://${domain}/docs/problems`,
  });
  leave(stack, 'webAclArn', edge.webAclArn, stage);
  leave(stack, 'siteResponseArn', edge.siteResponseArn, stage);
  if (given === undefined) {
    const data = new ParameterReader(stack, 'DataParameters', { stage, region: stage.region });
    const { subdomain } = stageOf(stage.zoneOf);
    const { certificateArn } = new Certificate(stack, 'Certificate', {
      domain,
      zoneId: data.value('zoneId', domain, stage.zoneOf),
      zoneName: `${subdomain}${domain.slice(stage.subdomain.length)}`,
    });
    leave(stack, 'certificateArn', certificateArn, stage);
  }
  keepLogs(stack, stage, key.keyArn);
}

function addPlatform(stack: Stack, deployment: Deployment): void {
  const { inventory, settings, bundles, schema, pageHeaders, definitions, layers, now } = deployment;
  const { stage, domain, introspection, models, modelPrices, reindexRoleArn } = settings;
  const names = namesIn(stack, stage);
  const edge = new ParameterReader(stack, 'EdgeParameters', { stage, region: EDGE_REGION });
  const certificateArn = settings.certificateArn ?? edge.value('certificateArn', domain);
  const origin = `https://${domain}`;
  const userPoolId = left(stack, 'userPoolId', stage);
  const rows = inventory.functions;
  const functions = new Functions(stack, 'Functions', {
    rows,
    bundles: bundles.functions,
    names,
    origin,
    models,
    modelPrices,
    layers,
  });
  const key = Key.fromKeyArn(stack, 'OperationsKey', left(stack, 'operationsKeyArn', stage));
  const { endpoint } = new Search(stack, 'Search', {
    rows,
    functions,
    collection: names.prefix,
    standby: stage.kind === 'prod',
    // What is tried out shares its units with other previews, which a key of its own would not let it.
    ...(stage.keeps && { keyArn: left(stack, 'tableKeyArn', stage) }),
    reindexRoleArn,
  });
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
  const events = new Events(stack, 'Events', {
    key,
    consumers: inventory.consumers,
    functions,
    names,
    streamArn: left(stack, 'streamArn', stage),
  });
  if (stage.audit) {
    const bundle = bundleOf(bundles.functions, evidence.name);
    new AuditLog(stack, 'AuditLog', { names, key, bundle }).node.addDependency(events);
  }
  new IdentityFirewall(stack, 'IdentityFirewall', { names, userPoolId });
  const machines = new StateMachines(stack, 'StateMachines', {
    rows: inventory.stateMachines,
    definitions,
    functions,
    names,
  });
  const originSecret = new OriginSecret(stack, 'OriginSecret', { key });
  new Schedules(stack, 'Schedules', {
    rows: inventory.stateMachines,
    names,
    undelivered: events.undelivered,
  });
  const keyArns = {
    objectsKeyArn: left(stack, 'objectsKeyArn', stage),
    operationsKeyArn: left(stack, 'operationsKeyArn', stage),
  };
  const { catalogue } = new Analytics(stack, 'Analytics', { rows, functions, names, ...keyArns });
  const rest = new Rest(stack, 'Rest', {
    functions,
    api,
    names,
    originSecret,
    originCheckBundle: bundleOf(bundles.functions, originCheck.name),
  });
  const apiLog = { ...keyArns, names, database: catalogue.databaseName };
  const apiLogs = [
    new ApiLog(stack, 'HttpApiLog', { ...apiLog, row: API_LOGS.http, logs: rest.logs }),
    new ApiLog(stack, 'GraphqlApiLog', { ...apiLog, row: API_LOGS.graphql, logs: [api.log] }),
  ];
  for (const log of apiLogs) log.node.addDependency(catalogue);
  const responseVersion = siteResponseVersion(bundleOf(bundles.functions, siteResponse.name));
  const siteResponseArn = edge.value('siteResponseArn', responseVersion);
  const { distribution } = new Site(stack, 'Site', {
    domain,
    certificateArn,
    webAclArn: edge.value('webAclArn', names.prefix),
    siteResponse: { arn: siteResponseArn, version: responseVersion },
    names,
    rest,
    pageHeaders,
    config: clientConfig(stack, settings, api.apiKey, userPoolId),
    writers: functions.where(rows, (row) => row.site === 'write'),
  });
  new DeployedSite(stack, 'DeployedSite', {
    functions,
    origin,
    after: [functions, distribution, machines],
  });
  originSecret.rotateThrough({
    distribution,
    siteResponseArn,
    bundle: bundleOf(bundles.functions, rotateOriginSecret.name),
    stage,
  });
  leave(stack, 'distributionArn', distribution.distributionArn, stage);
  leave(stack, 'distributionId', distribution.distributionId, stage);
  new CfnOutput(stack, 'SearchEndpoint', { value: endpoint, description: 'SEARCH_ENDPOINT of reindex' });
  new CfnOutput(stack, 'TableName', { value: names.tableName, description: 'TABLE_NAME of reindex' });
  new CfnOutput(stack, 'MediaBucket', { value: names.mediaBucket, description: 'MEDIA_BUCKET of reindex' });
  new Dns(stack, 'Dns', {
    domain,
    zoneId: left(stack, 'zoneId', { name: stage.zoneOf }),
    site: { dnsName: distribution.distributionDomainName, hostedZoneId: CLOUDFRONT_ZONE },
    api: api.domainTarget,
  });
  new Observability(stack, 'Observability', {
    names,
    rows,
    machines: inventory.stateMachines,
    keyArn: left(stack, 'operationsKeyArn', stage),
    address: settings.alarmAddress,
  });
  keepLogs(stack, stage, key.keyArn);
}

/** CloudFront's log and figures. The bucket is found by its name, the distribution by what the platform's stack left. */
function addTraffic(stack: Stack, { settings: { stage, domain, alarmAddress: address } }: Deployment): void {
  const platform = new ParameterReader(stack, 'PlatformParameters', { stage, region: stage.region });
  const { prefix, analyticsBucketIn } = namesIn(stack, stage);
  new TrafficLog(stack, 'TrafficLog', {
    name: `${prefix}-site`,
    bucketArn: `arn:${stack.partition}:s3:::${analyticsBucketIn(stage.region)}`,
    distributionArn: platform.value('distributionArn', domain),
  });
  const keyArn = left(stack, 'edgeKeyArn', stage);
  const distributionId = platform.value('distributionId', domain);
  new SitePromises(stack, 'SitePromises', { prefix, distributionId, keyArn, address });
  keepLogs(stack, stage, keyArn);
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
