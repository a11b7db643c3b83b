import { describe, expect, it } from 'vitest';
import { EXAMPLE_SETTINGS, parseSettings } from './settings.ts';

const good = {
  ARTISSIST_DOMAIN: EXAMPLE_SETTINGS.domain,
  ARTISSIST_CERTIFICATE_ARN: EXAMPLE_SETTINGS.certificateArn,
};

describe('parseSettings', () => {
  it('reads the settings, with introspection on unless told', () => {
    expect(parseSettings(good)).toEqual(EXAMPLE_SETTINGS);
    expect(parseSettings({ ...good, ARTISSIST_INTROSPECTION: 'off' }).introspection).toBe(false);
  });

  it.each([
    ['ARTISSIST_DOMAIN', 'https://artissist.example'],
    ['ARTISSIST_DOMAIN', 'artissist'],
    ['ARTISSIST_CERTIFICATE_ARN', EXAMPLE_SETTINGS.certificateArn.replace('us-east-1', 'eu-west-1')],
    ['ARTISSIST_INTROSPECTION', 'true'],
    ['ARTISSIST_REINDEX_ROLE_ARN', 'operators'],
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
      /ARTISSIST_DOMAIN[^]*nothing[^]*ARTISSIST_CERTIFICATE_ARN[^]*nothing/,
    );
  });
});
