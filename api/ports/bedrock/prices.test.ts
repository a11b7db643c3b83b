import { describe, expect, it } from 'vitest';
import { costOf, LISTED, priceOf, PRICES, pricesOf } from './prices.ts';

const NOVA = 'amazon.nova-2-lite-v1:0';
const MANY = { inputTokens: 1_000_000, outputTokens: 1_000_000 };

describe('prices of models', () => {
  it('are dated, sourced, and dearer than listed where a deployment names none', () => {
    expect(LISTED.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(LISTED.source).toContain('https://');
    for (const [model, { inputToken, outputToken }] of Object.entries(LISTED.prices)) {
      expect(PRICES[model]?.inputToken).toBeGreaterThan(inputToken);
      expect(PRICES[model]?.outputToken).toBeGreaterThanOrEqual(outputToken);
    }
  });

  it('are those that a deployment names, as they are, and the others stay', () => {
    const prices = pricesOf(JSON.stringify({ [NOVA]: { inputToken: 1, outputToken: 2 } }));

    expect(costOf(NOVA, MANY, prices)).toBe(3_000_000);
    expect(costOf(`eu.${NOVA}`, MANY, prices)).toBe(3_000_000);
    expect(priceOf('amazon.nova-micro-v1:0', prices)).toEqual(priceOf('amazon.nova-micro-v1:0'));
    expect(pricesOf(undefined)).toBe(PRICES);
  });

  it('of a model that nobody knows are dear', () => {
    expect(costOf('somebody.new-v1:0', MANY)).toBeGreaterThan(costOf('amazon.nova-pro-v1:0', MANY));
  });

  it.each([
    '{',
    '[]',
    '7',
    '{"m":null}',
    '{"m":{"inputToken":1}}',
    '{"m":{"inputToken":-1,"outputToken":1}}',
    '{"m":{"inputToken":"1","outputToken":1}}',
    '{"m":{"inputToken":1,"outputToken":1,"input":1}}',
  ])('are refused as %s, with what was received', (json) => {
    expect(() => pricesOf(json)).toThrow(/Prices must be JSON .* Received: /);
  });
});
