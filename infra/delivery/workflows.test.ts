import { accessSync, constants, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rehearsals } from './rehearsals.ts';
import { commandsOf, readWorkflows, type Workflow } from './workflows.ts';

const ROOT = join(import.meta.dirname, '../..');
const workflows = readWorkflows(ROOT);
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object };
const named = (file: string): Workflow => workflows.find((workflow) => workflow.file === file)!;
const jobs = workflows.flatMap(({ file, jobs: all }) =>
  Object.entries(all).map(([name, job]) => ({ name: `${file}, ${name}`, job })),
);

describe.each(workflows)('$file', ({ text, permissions, jobs: all }) => {
  it('gives nothing but what a job asks for', () => {
    expect(permissions).toEqual({});
    for (const job of Object.values(all)) expect(job.permissions).toBeDefined();
  });

  it('takes actions of others by their commit only, and says which release that is', () => {
    for (const [, action] of text.matchAll(/uses: (.+)/g))
      expect(action).toMatch(
        /^(?:\.\/\.github\/workflows\/[a-z]+\.yml|[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/,
      );
  });

  it('holds no key of AWS, and hands none on', () => {
    expect(text).not.toMatch(/AWS_(?:ACCESS|SECRET)|aws-(?:access|secret)-/i);
  });
});

describe.each(jobs)('$name', ({ job }) => {
  it('ends in time', () => {
    if (job.uses === undefined) expect(job['timeout-minutes']).toBeGreaterThan(0);
  });

  it('takes a role exactly where it may ask for the token of its identity', () => {
    const steps = job.steps ?? [];
    const takes = steps.some(({ uses = '' }) => uses.startsWith('aws-actions/configure-aws-credentials@'));

    if (job.uses === undefined) expect(job.permissions?.['id-token'] === 'write').toBe(takes);
    if (takes) expect(job.environment).toBeDefined();
  });
});

describe('commands', () => {
  const all = [...commandsOf(workflows)];

  it.each(all)('$place: $run', ({ run }) => {
    const [program = '', ...args] = run.split(' ');

    if (program.startsWith('.ci/'))
      expect(() => accessSync(join(ROOT, program), constants.X_OK)).not.toThrow();
    else if (program === 'npm' && args[0] === 'run') expect(Object.keys(scripts)).toContain(args[1]);
    else expect(['gh', 'npm', 'sudo']).toContain(program);
  });

  it('are each rehearsed here, or have a reason why not', () => {
    const known = rehearsals.map(({ command }) => command);

    expect(
      all.map(({ run }) => run).filter((run) => !known.some((command) => run.startsWith(command))),
    ).toEqual([]);
    expect(known.filter((command) => !all.some(({ run }) => run.startsWith(command)))).toEqual([]);
  });
});

describe('a deployment', () => {
  const steps = named('stage.yml').jobs['deploy']!.steps!;
  const at = (name: string): number => steps.findIndex((step) => step.name === name);

  it('goes to prod after staging, and to staging after the tests', () => {
    const { test, staging, prod } = named('deploy.yml').jobs;

    expect(test?.uses).toBe('./.github/workflows/test.yml');
    expect([staging?.needs, prod?.needs]).toEqual(['test', 'staging']);
    expect([staging?.with, prod?.with]).toEqual([{ stage: 'staging' }, { stage: 'prod' }]);
  });

  it('is looked at, and taken back when it does not work', () => {
    expect(at('Smoke test')).toBeGreaterThan(at('Deploy'));
    expect(at('Back to the last good release')).toBeGreaterThan(at('Smoke test'));
    expect(steps[at('Back to the last good release')]?.if).toBe(
      "failure() && steps.smoke.outcome == 'failure'",
    );
  });

  it.each([...commandsOf(workflows)])('fails where a command of it fails: $place', ({ run }) => {
    expect(run).not.toMatch(/[|;]/);
  });

  it('fails where a step of it fails', () => {
    for (const { text } of workflows) expect(text).not.toContain('continue-on-error');
  });

  it('is never cut off half-way', () => {
    for (const file of ['stage.yml', 'preview.yml', 'deploy.yml'])
      expect(named(file).text).not.toContain('cancel-in-progress: true');
    expect(named('stage.yml').jobs['deploy']?.concurrency).toMatchObject({ 'cancel-in-progress': false });
  });

  it('is remembered by its attempt, so that a run that is run again is another release', () => {
    expect(steps.at(-1)?.env?.['TAG']).toBe(
      '${{ inputs.stage }}-${{ github.run_number }}.${{ github.run_attempt }}',
    );
  });

  it('is remembered as good only when nothing failed before', () => {
    const last = steps.at(-1);

    expect(last?.name).toBe('Remember the release as good');
    expect(last?.if).toBeUndefined();
  });
});

it('what is left of previews is looked for every night', () => {
  const { text, jobs: all } = named('sweep.yml');

  expect(text).toMatch(/schedule:\n\s+- cron: '\d+ \d+ \* \* \*'/);
  expect(all['sweep']?.steps?.at(-1)?.run).toBe('.ci/sweep');
  expect(all['sweep']?.permissions?.['pull-requests']).toBe('read');
});

it('a preview is taken away when its pull request is closed, and never made for a fork', () => {
  const { preview } = named('preview.yml').jobs;
  const destroy = preview!.steps!.find(({ run }) => run === '.ci/destroy');

  expect(destroy?.if).toBe("github.event.action == 'closed'");
  expect(named('preview.yml').text).toContain(
    'if: github.event.pull_request.head.repo.full_name == github.repository',
  );
});
