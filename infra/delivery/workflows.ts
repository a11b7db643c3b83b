/** The workflows of GitHub Actions, as far as tests and the dry run ask about them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface Step {
  name?: string;
  id?: string;
  uses?: string;
  run?: string;
  if?: string;
  env?: Record<string, string>;
  with?: Record<string, unknown>;
}
export interface Job {
  needs?: string | string[];
  environment?: string;
  permissions?: Record<string, 'read' | 'write'>;
  'timeout-minutes'?: number;
  concurrency?: { group: string; 'cancel-in-progress': boolean };
  env?: Record<string, string>;
  uses?: string;
  with?: Record<string, unknown>;
  steps?: Step[];
}
export interface Workflow {
  file: string;
  name: string;
  text: string;
  permissions?: Record<string, string>;
  jobs: Record<string, Job>;
}

/** Every workflow of the repository. */
export function readWorkflows(root: string): Workflow[] {
  const folder = join(root, '.github/workflows');
  return readdirSync(folder).map((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    return { ...(parse(text) as Omit<Workflow, 'file' | 'text'>), file, text };
  });
}

/** Every step that runs a command, with where it stands. */
export function* commandsOf(
  workflows: readonly Workflow[],
): Generator<{ place: string; step: Step; run: string }> {
  for (const { file, jobs } of workflows)
    for (const [job, { steps = [] }] of Object.entries(jobs))
      for (const step of steps)
        if (step.run !== undefined) yield { place: `${file}, ${job}`, step, run: step.run };
}
