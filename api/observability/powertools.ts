/**
 * Lines and figures as Powertools for AWS Lambda writes them: JSON lines, and figures in CloudWatch's embedded metric
 * format. Both homes write through it, so that one query reads both.
 * https://docs.aws.amazon.com/powertools/typescript/latest/features/logger/
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
import { Logger, type LogItem } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { METRICS, NAMESPACE } from './metrics.ts';
import type { Telemetry } from './telemetry.ts';

/** Takes one line, without its end. */
export type WriteLine = (line: string) => void;

/** Powertools' logger, which hands its lines on instead of writing them itself. */
class LineLogger extends Logger {
  readonly #write: WriteLine;

  constructor(serviceName: string, write: WriteLine) {
    super({ logLevel: 'INFO', serviceName });
    this.#write = write;
  }

  protected override printLog(level: number, item: LogItem): void {
    // What the logger says of its own settings, it says before this constructor has ended.
    if (!(#write in this)) return super.printLog(level, item);
    item.prepareForPrint();
    // `undefined` leaves a member out: every line is kept, none is a sample.
    this.#write(JSON.stringify({ ...item.getAttributes(), sampling_rate: undefined }));
  }
}

/** Lines, by a logger for each service. */
export function createLines(write: WriteLine): Telemetry['write'] {
  const loggers = new Map<string, LineLogger>();
  return (level, message, { service, ...members }) => {
    const name = String(service);
    const logger = loggers.get(name) ?? new LineLogger(name, write);
    loggers.set(name, logger);
    logger[level](message, members);
  };
}

/** Figures: a line for what was measured together. What is beside them can be asked for in the log, and is no dimension. */
export function createFigures(write: WriteLine): Telemetry['measure'] {
  const { POWERTOOLS_METRICS_NAMESPACE: namespace = NAMESPACE } = process.env;
  return (measured, { service, ...members }) => {
    const metrics = new Metrics({ namespace, serviceName: String(service) });
    for (const { name, value } of measured) metrics.addMetric(name, METRICS[name].unit, value);
    write(JSON.stringify({ ...metrics.serializeMetrics(), ...members }));
  };
}

/** Both. */
export const createPowertools = (write: WriteLine): Pick<Telemetry, 'write' | 'measure'> => ({
  write: createLines(write),
  measure: createFigures(write),
});
