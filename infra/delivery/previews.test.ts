/** What takes previews away, with an AWS and a GitHub that only write down what they are asked. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

const AWS = `#!/usr/bin/env bash
case "$*" in
  'sts get-caller-identity'*) echo 111122223333 ;;
  'sts assume-role'*) echo "$*" >>"$FOLDER/roles"; printf 'id\\tsecret\\ttoken\\n' ;;
  *' describe-stacks '*) cat "$FOLDER/stacks-\${*: -1}" ;;
  *' describe-stack-events '*) cat "$FOLDER/failed" ;;
  *' wait '*) echo "$5 $AWS_SESSION_TOKEN" >>"$FOLDER/deleted"; [ "$5" != "\${STUCK:-}" ] ;;
esac
`;
const GH = `#!/usr/bin/env bash
case "$3" in 7) echo CLOSED ;; 8) echo OPEN ;; 9) echo MERGED ;; *) exit 1 ;; esac
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'previews-'));
  for (const [name, text] of Object.entries({ aws: AWS, gh: GH })) {
    writeFileSync(join(folder, name), text);
    chmodSync(join(folder, name), 0o755);
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(script: string, env: Record<string, string>): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(join(ROOT, script), {
    env: { PATH: [folder, process.env['PATH']].join(delimiter), FOLDER: folder, ...env },
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}
const deleted = (): string[] => {
  const file = join(folder, 'deleted');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
};
const ALL_OF_7 = ['ArtissistTraffic-pr-7', 'Artissist-pr-7', 'ArtissistData-pr-7', 'ArtissistEdge-pr-7'];

describe('.ci/destroy', () => {
  it.each(['prod', 'staging', 'dev', 'pr-', 'pr-0', 'pr-7;prod', ''])(
    'leaves the stage "%s" alone',
    (stage) => {
      const { status, output } = run('.ci/destroy', { ARTISSIST_STAGE: stage });

      expect([status, deleted()]).toEqual([2, []]);
      expect(output).toContain(`Received: ${stage || 'nothing'}`);
    },
  );

  it('deletes all stacks with the role that CDK deploys with, that of the edge last', () => {
    const { status } = run('.ci/destroy', { ARTISSIST_STAGE: 'pr-7', ARTISSIST_REGION: 'eu-central-1' });

    expect(status).toBe(0);
    expect(deleted()).toEqual(ALL_OF_7.map((name) => `${name} token`));
    const roles = new Set(readFileSync(join(folder, 'roles'), 'utf8').match(/cdk-\S+/g));
    expect([...roles]).toEqual([
      'cdk-hnb659fds-deploy-role-111122223333-us-east-1',
      'cdk-hnb659fds-deploy-role-111122223333-eu-central-1',
    ]);
  });

  it('ends well where only a function is left, whose copies are still at the edge', () => {
    writeFileSync(join(folder, 'failed'), 'AWS::Lambda::Function\tEdgeSiteResponse1\n');

    const { status, output } = run('.ci/destroy', { ARTISSIST_STAGE: 'pr-7', STUCK: 'ArtissistEdge-pr-7' });

    expect(status).toBe(0);
    expect(output).toContain('ArtissistEdge-pr-7 waits');
  });

  it.each([
    ['ArtissistEdge-pr-7', 'AWS::WAFv2::WebACL\tSiteFirewall\nAWS::Lambda::Function\tEdgeSiteResponse1\n'],
    ['ArtissistEdge-pr-7', ''],
    ['ArtissistData-pr-7', 'AWS::S3::Bucket\tDataMedia\n'],
  ])('fails and says what is left of %s where it is anything else', (STUCK, failed) => {
    writeFileSync(join(folder, 'failed'), failed);

    const { status, output } = run('.ci/destroy', { ARTISSIST_STAGE: 'pr-7', STUCK });

    expect(status).toBe(1);
    expect(output).toContain(`${STUCK} could not be deleted`);
    expect(output).toContain(failed.trim().split('\t')[0]);
  });
});

describe('.ci/sweep', () => {
  const stacks = (region: string, names: readonly string[]): void =>
    writeFileSync(join(folder, `stacks-${region}`), names.map((name) => `${name}\n`).join(''));

  it('takes away what is left of pull requests that are not open, in either region', () => {
    stacks('eu-central-1', ['ArtissistData-pr-9', 'Artissist-pr-8', 'Artissist', 'ArtissistData-staging']);
    stacks('us-east-1', ['ArtissistEdge-pr-7', 'ArtissistEdge-pr-8', 'CDKToolkit', 'Other-pr-7']);

    const { status } = run('.ci/sweep', { ARTISSIST_REGION: 'eu-central-1' });

    expect(status).toBe(0);
    const of9 = ALL_OF_7.map((name) => name.replace('7', '9'));
    expect(deleted()).toEqual([...ALL_OF_7, ...of9].map((name) => `${name} token`));
  });

  it('goes on with the others where one fails, and fails itself at the end', () => {
    stacks('us-east-1', ['ArtissistData-pr-6', 'ArtissistData-pr-7']);

    const { status } = run('.ci/sweep', {});

    expect([status, deleted().length]).toEqual([1, 4]);
  });

  it('takes nothing away where there is nothing', () => {
    stacks('us-east-1', ['CDKToolkit']);

    expect([run('.ci/sweep', {}).status, deleted()]).toEqual([0, []]);
  });
});
