/** One check of `npm run check`, and how steps are run side by side. */
import { spawn } from 'node:child_process';
import { formatProblems, type Problem } from './problem.ts';

/** How a step ended; `output` is what a person needs to see when it failed. */
export interface Outcome {
  passed: boolean;
  output: string;
}

export interface Step {
  name: string;
  /** What to do when it fails. */
  advice: string;
  run: () => Promise<Outcome>;
}

export interface Result extends Outcome {
  step: Step;
  milliseconds: number;
}

/** A step that is a program: it passes when the program exits with 0. */
export function program(name: string, advice: string, command: string, args: string[], cwd: string): Step {
  return { name, advice, run: () => runProgram(command, args, cwd) };
}

/** A step that finds problems itself: it passes when there are none. */
export function search(name: string, advice: string, find: () => Problem[] | Promise<Problem[]>): Step {
  return {
    name,
    advice,
    run: async () => {
      const problems = await find();
      return { passed: problems.length === 0, output: formatProblems(problems) };
    },
  };
}

/**
 * Runs the steps, at most `width` at a time, in their order. A step that throws has failed with its error.
 * @param onEnd called as each ends
 */
export async function runSteps(
  steps: readonly Step[],
  width: number,
  onEnd: (result: Result) => void,
): Promise<Result[]> {
  const waiting = [...steps.entries()];
  const results: Result[] = [];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, step] = next;
      const started = performance.now();
      const outcome = await step.run().catch(failure);
      const result = { step, ...outcome, milliseconds: performance.now() - started };
      results[index] = result;
      onEnd(result);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, steps.length) }, worker));
  return results;
}

function failure(error: unknown): Outcome {
  return { passed: false, output: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

function runProgram(command: string, args: string[], cwd: string): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (text: string): void => {
      output += text;
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.once('error', reject);
    child.once('close', (code) => resolve({ passed: code === 0, output: output.trim() }));
  });
}
