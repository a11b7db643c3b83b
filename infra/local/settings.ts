/** What the environment says, read once. A bad value fails at the start, with every problem listed. */
import { join, resolve } from 'node:path';

export interface Settings {
  /** Port of the one origin; 0 lets the system pick. */
  port: number;
  /** Folder of everything that is kept. */
  dataDir: string;
  /** An engine that runs already, instead of the embedded one. */
  dynamodbEndpoint: string | undefined;
  /** Whether the samples are imported into an empty table. */
  samples: boolean;
  /** Analyses texts and pictures instead of rules and lexicons. */
  languageModel?: LanguageModel;
  /** Takes traces, by OTLP over HTTP; nobody unless told. */
  collector?: Collector;
  /** Whether every line of the log is written to the terminal. */
  logToTerminal?: boolean;
}

/** A collector of OpenTelemetry. */
export interface Collector {
  /** Up to `/v1/traces`, for example `http://127.0.0.1:4318`. */
  endpoint: string;
  headers: Record<string, string>;
}

/** A model behind an API as OpenAI's, such as Ollama's. */
export interface LanguageModel {
  /** Up to and with the version, for example `http://127.0.0.1:11434/v1`. */
  url: string;
  model: string;
  key?: string;
}

export const ROOT = join(import.meta.dirname, '../..');

const PORT = 4321;

/** @throws Error that lists every variable with what was received and what to send. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const problems: string[] = [];
  const port = env.PORT ? (/^\d+$/.test(env.PORT) ? Number(env.PORT) : NaN) : PORT;
  if (!(port <= 65_535)) {
    problems.push(`PORT must be a whole number from 0 to 65535. Received: ${env.PORT ?? ''}`);
  }
  const endpoint = env.DYNAMODB_ENDPOINT || undefined;
  if (endpoint !== undefined && !/^https?:$/.test(URL.parse(endpoint)?.protocol ?? '')) {
    problems.push(`DYNAMODB_ENDPOINT must be an address like http://127.0.0.1:8000. Received: ${endpoint}`);
  }
  const samples = env.ARTISSIST_SAMPLES || 'on';
  if (samples !== 'on' && samples !== 'off') {
    problems.push(`ARTISSIST_SAMPLES must be on or off. Received: ${samples}`);
  }
  const modelUrl = env.ARTISSIST_MODEL_URL || undefined;
  const model = env.ARTISSIST_MODEL || undefined;
  if (modelUrl !== undefined && !/^https?:$/.test(URL.parse(modelUrl)?.protocol ?? '')) {
    problems.push(
      `ARTISSIST_MODEL_URL must be an address like http://127.0.0.1:11434/v1. Received: ${modelUrl}`,
    );
  }
  if ((modelUrl === undefined) !== (model === undefined)) {
    problems.push(
      `ARTISSIST_MODEL_URL and ARTISSIST_MODEL must be set together. Received: ${modelUrl ?? 'nothing'} and ${model ?? 'nothing'}`,
    );
  }
  const collector = env.OTEL_EXPORTER_OTLP_ENDPOINT || undefined;
  if (collector !== undefined && !/^https?:$/.test(URL.parse(collector)?.protocol ?? '')) {
    problems.push(
      `OTEL_EXPORTER_OTLP_ENDPOINT must be an address like http://127.0.0.1:4318. Received: ${collector}`,
    );
  }
  const shown = env.ARTISSIST_LOG || 'file';
  if (shown !== 'file' && shown !== 'terminal') {
    problems.push(`ARTISSIST_LOG must be file or terminal. Received: ${shown}`);
  }
  if (problems.length > 0) throw new Error(`The environment needs mending:\n  ${problems.join('\n  ')}`);
  return {
    port,
    dataDir: resolve(ROOT, env.ARTISSIST_DATA || '.artissist'),
    dynamodbEndpoint: endpoint,
    samples: samples === 'on',
    ...(collector && {
      collector: { endpoint: collector, headers: headersIn(env.OTEL_EXPORTER_OTLP_HEADERS) },
    }),
    ...(shown === 'terminal' && { logToTerminal: true }),
    ...(modelUrl &&
      model && { languageModel: { url: modelUrl, model, key: env.ARTISSIST_MODEL_KEY || undefined } }),
  };
}

/** Reads `name=value,name=value` with encoded values, as OpenTelemetry's variables are. */
function headersIn(list = ''): Record<string, string> {
  const pairs = list.split(',').map((pair) => pair.split('=', 2).map((part) => part.trim()));
  return Object.fromEntries(
    pairs.flatMap(([name, value]) => (name && value ? [[name, decodeURIComponent(value)]] : [])),
  );
}
