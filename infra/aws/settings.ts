/** What differs from one deployment to the next, read from the environment. */

import { pricesOf } from '#api/ports/bedrock/prices.ts';

export interface Settings {
  /** Domain of site, REST and media; the API is at `api.<domain>`. */
  domain: string;
  /** Certificate for `<domain>` and `api.<domain>`, in us-east-1, where CloudFront and AppSync read it. */
  certificateArn: string;
  /** Whether `__schema` may be asked for. The contract is public: closing it saves nothing but requests. */
  introspection: boolean;
  /** Ids of Bedrock's models, or of inference profiles, that are asked. */
  models: ModelIds;
  /** What models cost, as JSON (`api/ports/bedrock/prices.ts`); figures with a margin unless told. */
  modelPrices?: string;
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
export const EXAMPLE_SETTINGS: Settings = {
  domain: 'artissist.example',
  certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-0000-0000-000000000000',
  introspection: true,
  models: MODELS,
};

const DOMAIN = /^(?=.{4,240}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
const MODEL = /^[a-z0-9][a-z0-9.:-]{2,127}$/;
const ROLE = /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,500}$/;
const CERTIFICATE = /^arn:aws[a-z-]*:acm:us-east-1:\d{12}:certificate\/[0-9a-f-]{36}$/;

/**
 * Reads ARTISSIST_DOMAIN, ARTISSIST_CERTIFICATE_ARN, ARTISSIST_INTROSPECTION (`on`, the default, or `off`), and the
 * models: ARTISSIST_ANALYSIS_MODEL, ARTISSIST_EMBEDDINGS_MODEL and ARTISSIST_SPEECH_MODEL; and where there is one
 * ARTISSIST_MODEL_PRICES and ARTISSIST_REINDEX_ROLE_ARN.
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
  const settings = {
    domain: text('ARTISSIST_DOMAIN', DOMAIN, 'a domain in lower case, such as artissist.example'),
    certificateArn: text(
      'ARTISSIST_CERTIFICATE_ARN',
      CERTIFICATE,
      'the ARN of an ACM certificate in us-east-1 for the domain and api.<domain>',
    ),
    introspection: text('ARTISSIST_INTROSPECTION', /^(?:on|off)$/, '`on` or `off`', 'on') === 'on',
    models: {
      analysis: model('ANALYSIS', MODELS.analysis),
      embeddings: model('EMBEDDINGS', MODELS.embeddings),
      speech: model('SPEECH', MODELS.speech),
    },
    ...(env.ARTISSIST_MODEL_PRICES !== undefined && { modelPrices: env.ARTISSIST_MODEL_PRICES }),
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
