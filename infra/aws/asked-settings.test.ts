import { expect, it } from 'vitest';
import { synthesisSettings } from './asked-settings.ts';

it.each([
  ['the example of dev where nothing is given', {}, 'dev', 'dev.artissist.example'],
  ['the example of a stage', { ARTISSIST_STAGE: 'staging' }, 'staging', 'staging.artissist.example'],
  [
    'those of a deployment where a domain is given',
    { ARTISSIST_STAGE: 'prod', ARTISSIST_DOMAIN: 'ours.example', ARTISSIST_ALARM_ADDRESS: 'a@ours.example' },
    'prod',
    'ours.example',
  ],
])('settings of a synthesis are %s', (_, env, stage, domain) => {
  const settings = synthesisSettings(env);

  expect([settings.stage.name, settings.domain]).toEqual([stage, domain]);
});

it('a stage that there is not is refused, with what came', () => {
  expect(() => synthesisSettings({ ARTISSIST_STAGE: 'Prod' })).toThrow('Received: Prod');
});
