import { describe, expect, it } from 'vitest';
import { exampleSettings, parseSettings } from './settings.ts';

const good = {
  ARTISSIST_STAGE: 'prod',
  ARTISSIST_DOMAIN: 'artissist.example',
  ARTISSIST_ALARM_ADDRESS: 'alarms@artissist.example',
};
const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-0000-0000-000000000000';

describe('parseSettings', () => {
  it.each(['dev', 'staging', 'prod', 'pr-7'] as const)('reads the settings of %s', (stage) => {
    expect(parseSettings({ ...good, ARTISSIST_STAGE: stage })).toEqual(exampleSettings(stage));
  });

  it('leaves region, introspection and certificate to the stage unless told', () => {
    const told = parseSettings({
      ...good,
      ARTISSIST_REGION: 'eu-west-1',
      ARTISSIST_INTROSPECTION: 'on',
      ARTISSIST_CERTIFICATE_ARN: certificateArn,
    });

    expect(told.stage.region).toBe('eu-west-1');
    expect(told.introspection).toBe(true);
    expect(told.certificateArn).toBe(certificateArn);
    expect(parseSettings(good)).toMatchObject({ introspection: false, stage: { region: 'us-east-1' } });
    expect(parseSettings({ ...good, ARTISSIST_STAGE: 'staging' }).introspection).toBe(true);
  });

  it.each([
    ['ARTISSIST_STAGE', 'production'],
    ['ARTISSIST_STAGE', 'pr-0'],
    ['ARTISSIST_STAGE', 'toString'],
    ['ARTISSIST_REGION', 'Ireland'],
    ['ARTISSIST_DOMAIN', 'https://artissist.example'],
    ['ARTISSIST_DOMAIN', 'artissist'],
    ['ARTISSIST_ALARM_ADDRESS', 'everybody'],
    ['ARTISSIST_CERTIFICATE_ARN', certificateArn.replace('us-east-1', 'eu-west-1')],
    ['ARTISSIST_INTROSPECTION', 'true'],
    ['ARTISSIST_MAIL', 'sendmail'],
    ['ARTISSIST_REINDEX_ROLE_ARN', 'operators'],
    ['ARTISSIST_ANOMALY_MONITOR_ARN', 'default'],
  ])('refuses %s %s', (name, value) => {
    expect(() => parseSettings({ ...good, [name]: value })).toThrow(`${name} must be`);
    expect(() => parseSettings({ ...good, [name]: value })).toThrow(`Received: ${value}`);
  });

  it('takes prices of models as JSON, and refuses what is none', () => {
    const prices = '{"amazon.nova-2-lite-v1:0":{"inputToken":0.4,"outputToken":3}}';

    expect(parseSettings({ ...good, ARTISSIST_MODEL_PRICES: prices }).modelPrices).toBe(prices);
    expect(() => parseSettings({ ...good, ARTISSIST_MODEL_PRICES: '0.4' })).toThrow(
      /ARTISSIST_MODEL_PRICES.*0\.4/,
    );
  });

  it('lists everything that is wrong at once', () => {
    expect(() => parseSettings({})).toThrow(
      /ARTISSIST_STAGE[^]*nothing[^]*ARTISSIST_DOMAIN[^]*nothing[^]*ARTISSIST_ALARM_ADDRESS[^]*nothing/,
    );
  });
});
