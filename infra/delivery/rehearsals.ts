/** How each command of the workflows is tried on a machine without AWS or GitHub, or why it cannot be. */

export interface Rehearsal {
  /** What the command of a workflow begins with. */
  command: string;
  /** Run in its place, by bash from the repository's root; `$FOLDER` is a folder that goes away. */
  here?: string;
  /** Code that it must end with; 0 unless told. */
  code?: number;
  /** Said where nothing is run. */
  reason?: string;
}

const EMULATED = 'node infra/testing/ministack/run.mjs --';

const quoted = (script: string): string => `'${script.replaceAll("'", `'\\''`)}'`;
const A_STACK = '{"Resources":{"Queue":{"Type":"AWS::SQS::Queue"}}}';
const STACKS_OF_A_PREVIEW = `export AWS_DEFAULT_REGION=us-east-1; for part in Data Edge "" Traffic; do aws cloudformation create-stack --stack-name "Artissist$part-pr-7" --template-body '${A_STACK}'; done`;
const NOTHING_LEFT =
  'test -z "$(aws cloudformation list-stacks --stack-status-filter CREATE_COMPLETE --query "StackSummaries[].StackName" --output text)"';

export const rehearsals: readonly Rehearsal[] = [
  { command: '.ci/run', reason: 'it is what runs this' },
  { command: 'sudo apt-get', reason: "installs packages of the runner's own distribution" },
  { command: 'npm audit', reason: "asks the registry's list of advisories, which mirrors seldom have" },
  { command: '.ci/sbom', here: '.ci/sbom "$FOLDER/sbom.cdx.json"' },
  {
    command: '.ci/diff',
    here: `ARTISSIST_STAGE=staging ${EMULATED} .ci/diff "$FOLDER/diff.md" ArtissistEdge-staging ArtissistData-staging && grep -q ArtissistData-staging "$FOLDER/diff.md"`,
  },
  {
    command: '.ci/deploy',
    here: 'ARTISSIST_STAGE=pr-7 cdk ls | grep -q Artissist-pr-7',
    reason: 'the stacks are listed only: they are created in the emulator by infra/aws/emulator/load.ts',
  },
  {
    command: '.ci/destroy',
    here: `${EMULATED} bash -euo pipefail -c ${quoted(`${STACKS_OF_A_PREVIEW}; ARTISSIST_STAGE=pr-7 .ci/destroy; ${NOTHING_LEFT}`)}`,
    reason: 'on stacks of the same names, with a queue in each',
  },
  {
    command: '.ci/sweep',
    here: [
      `printf '#!/bin/sh\\necho CLOSED\\n' >"$FOLDER/gh" && chmod +x "$FOLDER/gh" && export PATH="$FOLDER:$PATH"`,
      `${EMULATED} bash -euo pipefail -c ${quoted(`${STACKS_OF_A_PREVIEW}; .ci/sweep; ${NOTHING_LEFT}`)}`,
    ].join(' && '),
    reason: 'as above; that the pull request is closed is made up',
  },
  {
    command: '.ci/rollback',
    here: [
      'git clone -q . "$FOLDER/clone" && cd "$FOLDER/clone"',
      'git -c user.name=a -c user.email=a@b commit -q --allow-empty -m "the next release"',
      'git tag staging-41 HEAD^ && ARTISSIST_STAGE=staging .ci/rollback --only-tell | grep -qx "Going back to staging-41: ArtissistEdge-staging Artissist-staging ArtissistTraffic-staging"',
    ].join(' && '),
    reason: 'without the deployment',
  },
  { command: 'npm run smoke', reason: 'infra/journeys/smoke.test.ts aims it at the local platform' },
  { command: 'gh pr comment', reason: 'writes to GitHub' },
  { command: 'gh api', reason: 'writes to GitHub' },
];
