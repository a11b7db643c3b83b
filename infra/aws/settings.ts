/** What differs from one deployment to the next, read from the environment. */

import { pricesOf } from '#api/ports/bedrock/prices.ts';
import { isStageName, type Stage, STAGE_NAMES, type StageName, stageOf } from './stages.ts';

export interface Settings {
  stage: Stage;
  /** The stage's domain, of site, REST and media; the API is at `api.<domain>`. */
  domain: string;
  /** Mail address that alarms and budgets write to. */
  alarmAddress: string;
  /**
   * Certificate for `<domain>` and `api.<domain>`, in us-east-1, where CloudFront and AppSync read it. Made by the stack
   * of the edge unless told.
   */
  certificateArn?: string;
  /** Whether `__schema` may be asked for; the stage says so unless told. */
  introspection: boolean;
  /** Whether mails to people go by way of SES, from the stage's domain; Cognito itself sends few. */
  sesMail: boolean;
  /** Ids of Bedrock's models, or of inference profiles, that are asked. */
  models: ModelIds;
  /** What models cost, as JSON (`api/ports/bedrock/prices.ts`); figures with a margin unless told. */
  modelPrices?: string;
  /** The account's own monitor of cost anomalies; told of by mail where it is given. */
  anomalyMonitorArn?: string;
  /** Role that may make the search index anew by hand; nobody unless told. */
  reindexRoleArn?: string;
}

export interface ModelIds {
  /** Reads texts and pictures. */
  analysis: string;
  embeddings: string;
  speech: string;
}

/** Used where nothing else is said. Vectors of another model are made anew. */
export const MODELS: ModelIds = {
  analysis: 'amazon.nova-2-lite-v1:0',
  embeddings: 'amazon.nova-2-multimodal-embeddings-v1:0',
  speech: 'amazon.nova-2-sonic-v1:0',
};

/** Stands in for a deployment's own settings, so that everybody can synthesise. Never deployed. */
export const exampleSettings = (name: StageName): Settings => {
  const stage = stageOf(name);
  return {
    stage,
    domain: `${stage.subdomain}artissist.example`,
    alarmAddress: 'alarms@artissist.example',
    introspection: stage.introspection,
    sesMail: false,
    models: MODELS,
  };
};

const DOMAIN = /^(?=.{4,240}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
const MODEL = /^[a-z0-9][a-z0-9.:-]{2,127}$/;
const ROLE = /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,500}$/;
const MONITOR = /^arn:aws[a-z-]*:ce::\d{12}:anomalymonitor\/[0-9a-f-]{36}$/;
const REGION = /^[a-z]{2}(?:-[a-z]+)+-\d$/;
const MAIL = /^[^\s@<>]{1,64}@[^\s@<>]{1,255}$/;
const CERTIFICATE = /^arn:aws[a-z-]*:acm:us-east-1:\d{12}:certificate\/[0-9a-f-]{36}$/;

/**
 * Reads ARTISSIST_STAGE, ARTISSIST_DOMAIN (the product's domain, before which the stage puts its own name) and
 * ARTISSIST_ALARM_ADDRESS; and where there is one ARTISSIST_REGION, ARTISSIST_CERTIFICATE_ARN, ARTISSIST_INTROSPECTION
 * (`on` or `off`), ARTISSIST_MAIL (`cognito`, the default, or `ses`), the models (ARTISSIST_ANALYSIS_MODEL, ARTISSIST_EMBEDDINGS_MODEL and ARTISSIST_SPEECH_MODEL),
 * ARTISSIST_MODEL_PRICES, ARTISSIST_ANOMALY_MONITOR_ARN and ARTISSIST_REINDEX_ROLE_ARN.
 * @throws Error that lists everything that is missing or wrong
 */
export function parseSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const problems: string[] = [];
  const text = (name: string, pattern: RegExp, wanted: string, fallback = ''): string => {
    const value = env[name] ?? fallback;
    if (!pattern.test(value)) problems.push(`${name} must be ${wanted}. Received: ${value || 'nothing'}`);
    return value;
  };
  const model = (kind: string, fallback: string): string =>
    text(
      `ARTISSIST_${kind}_MODEL`,
      MODEL,
      "the id of one of Bedrock's models or inference profiles",
      fallback,
    );
  const stage = stageIn(env, problems);
  const open = text(
    'ARTISSIST_INTROSPECTION',
    /^(?:on|off)$/,
    '`on` or `off`',
    stage.introspection ? 'on' : 'off',
  );
  const settings: Settings = {
    stage,
    domain: `${stage.subdomain}${text('ARTISSIST_DOMAIN', DOMAIN, 'a domain in lower case, such as artissist.example')}`,
    alarmAddress: text('ARTISSIST_ALARM_ADDRESS', MAIL, 'the mail address that alarms go to'),
    introspection: open === 'on',
    sesMail: text('ARTISSIST_MAIL', /^(?:cognito|ses)$/, '`cognito` or `ses`', 'cognito') === 'ses',
    models: {
      analysis: model('ANALYSIS', MODELS.analysis),
      embeddings: model('EMBEDDINGS', MODELS.embeddings),
      speech: model('SPEECH', MODELS.speech),
    },
    ...(env.ARTISSIST_MODEL_PRICES !== undefined && { modelPrices: env.ARTISSIST_MODEL_PRICES }),
    ...(env.ARTISSIST_CERTIFICATE_ARN !== undefined && {
      certificateArn: text(
        'ARTISSIST_CERTIFICATE_ARN',
        CERTIFICATE,
        'the ARN of an ACM certificate in us-east-1 for the domain and api.<domain>',
      ),
    }),
    ...(env.ARTISSIST_ANOMALY_MONITOR_ARN !== undefined && {
      anomalyMonitorArn: text(
        'ARTISSIST_ANOMALY_MONITOR_ARN',
        MONITOR,
        'the ARN that `aws ce get-anomaly-monitors` names',
      ),
    }),
    ...(env.ARTISSIST_REINDEX_ROLE_ARN !== undefined && {
      reindexRoleArn: text('ARTISSIST_REINDEX_ROLE_ARN', ROLE, 'the ARN of a role'),
    }),
  };
  try {
    pricesOf(env.ARTISSIST_MODEL_PRICES);
  } catch (error) {
    problems.push(`ARTISSIST_MODEL_PRICES: ${(error as Error).message}`);
  }
  if (problems.length > 0) throw new Error(`The settings are not valid:\n- ${problems.join('\n- ')}`);
  return settings;
}

/** The stage that is asked for; where that is none, dev stands in and the problem is noted. */
function stageIn(env: Readonly<Record<string, string | undefined>>, problems: string[]): Stage {
  const { ARTISSIST_STAGE: name = '', ARTISSIST_REGION: region } = env;
  if (!isStageName(name))
    problems.push(`ARTISSIST_STAGE must be ${STAGE_NAMES}. Received: ${name || 'nothing'}`);
  if (region !== undefined && !REGION.test(region))
    problems.push(`ARTISSIST_REGION must be a region, such as eu-west-1. Received: ${region || 'nothing'}`);
  return stageOf(isStageName(name) ? name : 'dev', region);
}
