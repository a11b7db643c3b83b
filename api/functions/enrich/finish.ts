/** Last step: says on the run how it ended. */
import type { EnrichmentState } from '../../enrichment.ts';
import { isFinal } from './failures.ts';
import type { EnrichPorts, PartResult, StepInput } from './ports.ts';
import { changeRun, readRun } from './run.ts';
import { goneMessage, NOTHING_TO_READ, readSubject } from './subject.ts';

export interface FinishInput extends StepInput {
  results?: PartResult[];
  proposed?: { proposals: number };
  /** As Catch writes it: a name, and JSON with `errorMessage`. */
  error?: { Error: string; Cause?: string };
}

/** Characters of what people read. */
const MAX_PROBLEM = 1000;

/** What people are told where a message would tell them nothing, or too much. */
const SAID: Record<string, string> = {
  ModelUnavailable: 'The model did not answer. It is asked again later.',
  NonsenseAnswer: 'The model answered what cannot be right. It is asked again later.',
  'States.Timeout': 'A step took too long. It is tried again later.',
};
const UNKNOWN = 'A step failed. It is tried again later.';

export const createFinish =
  ({ table, now }: Pick<EnrichPorts, 'table' | 'now'>) =>
  async (input: FinishInput): Promise<{ state: EnrichmentState | 'GONE' }> => {
    const endedAt = new Date(now()).toISOString();
    const { error } = input;
    if (error) {
      const final = isFinal(error.Error);
      const problem = (final ? messageOf(error) : (SAID[error.Error] ?? UNKNOWN)).slice(0, MAX_PROBLEM);
      await changeRun(table, input, ['RUNNING'], { state: 'FAILED', problem, endedAt, again: !final });
    } else {
      const run = await readRun(table, input);
      if (!run) return { state: 'GONE' };
      if (!(await readSubject(table, run))) {
        const gone = { state: 'FAILED', problem: goneMessage(run), endedAt, again: false } as const;
        await changeRun(table, input, ['RUNNING'], gone);
        return { state: (await readRun(table, input))?.state ?? 'GONE' };
      }
      const { results = [] } = input;
      const nothing = results.every(({ source, problem }) => !source && !problem);
      const problems = [
        run.problem,
        ...results.map(({ problem }) => problem),
        nothing ? NOTHING_TO_READ[run.subject] : undefined,
      ];
      const problem = [...new Set(problems.filter(Boolean))].join(' ').slice(0, MAX_PROBLEM);
      await changeRun(table, input, ['RUNNING'], {
        state: 'SUCCEEDED',
        proposals: input.proposed?.proposals ?? 0,
        endedAt,
        ...(problem && { problem }),
      });
    }
    return { state: (await readRun(table, input))?.state ?? 'GONE' };
  };

function messageOf({ Error: name, Cause: cause = '' }: { Error: string; Cause?: string }): string {
  try {
    return (JSON.parse(cause) as { errorMessage?: string }).errorMessage ?? name;
  } catch {
    return cause || name;
  }
}
