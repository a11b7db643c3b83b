import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface CliOptions {
  artists: string;
  works: string;
  logs?: string;
  images?: string;
  /** Mapping file; the museum mapping when left out. */
  map?: string;
  publish: boolean;
  /** Origin of the platform; that of `demo.json` when left out. */
  url?: string;
  token?: string;
  /** Folder of a local platform's data, with `demo.json`. */
  data: string;
  report: string;
  concurrency: number;
}

export const USAGE = `npm run import -- --artists FILE --works FILE [options]

Brings a catalogue in, one tenant an artist. Files are JSON Lines or CSV, or either packed with Zstandard (.zst).

  --artists FILE      records of artists
  --works FILE        records of works
  --logs FILE         records of process logs
  --images DIR        folder with the files that image records name
  --map FILE          how columns become fields (infra/import/mappings/museum.json)
  --publish           publish every profile and work that is not public as it stands
  --url ORIGIN        the platform (ARTISSIST_URL, or what demo.json says)
  --token TOKEN       an operator's access token (ARTISSIST_TOKEN, or what demo.json says)
  --data DIR          data of a local platform, with demo.json (ARTISSIST_DATA, or .artissist)
  --report FILE       refusals and notes as JSON Lines (import-report.jsonl in the data folder)
  --concurrency N     rows at work at a time, 1 to 64 (8)`;

/**
 * Reads the command line and the environment.
 * @throws Error With every problem and the usage.
 */
export function cliOptions(argv: readonly string[], env: NodeJS.ProcessEnv): CliOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...argv],
    options: {
      artists: text,
      works: text,
      logs: text,
      images: text,
      map: text,
      publish: { type: 'boolean', default: false },
      url: text,
      token: text,
      data: text,
      report: text,
      concurrency: text,
    },
  });
  const { artists, works } = values;
  const problems: string[] = [];
  if (artists === undefined) problems.push('--artists is missing.');
  if (works === undefined) problems.push('--works is missing.');
  const concurrency = Number(values.concurrency ?? 8);
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 64) {
    problems.push(`--concurrency must be a whole number from 1 to 64. Received: ${values.concurrency}.`);
  }
  const url = values.url ?? env.ARTISSIST_URL;
  if (url !== undefined && !URL.canParse(url)) {
    problems.push(`--url must be an address such as http://localhost:4321. Received: ${url}.`);
  }
  if (problems.length > 0 || artists === undefined || works === undefined) {
    throw new Error(`${problems.join('\n')}\n\n${USAGE}`);
  }
  const data = values.data ?? env.ARTISSIST_DATA ?? '.artissist';
  const report = values.report ?? `${data}/import-report.jsonl`;
  const token = values.token ?? env.ARTISSIST_TOKEN;
  const { logs, images, map, publish } = values;
  return { artists, works, logs, images, map, publish, url, token, data, report, concurrency };
}
