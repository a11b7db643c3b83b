import { isAbsolute } from 'node:path';
import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

test('an empty environment means port 4321, the samples, and a folder beside the code', () => {
  expect(readSettings({})).toEqual({
    port: 4321,
    dataDir: expect.stringMatching(/\.artissist$/),
    dynamodbEndpoint: undefined,
    samples: true,
  });
  expect(isAbsolute(readSettings({ ARTISSIST_DATA: 'here' }).dataDir)).toBe(true);
});

test('empty variables count as not set', () => {
  const empty = { PORT: '', ARTISSIST_DATA: '', DYNAMODB_ENDPOINT: '', ARTISSIST_SAMPLES: '' };
  expect(readSettings(empty)).toEqual(readSettings({}));
});

test('what is set is taken', () => {
  const env = {
    PORT: '0',
    ARTISSIST_DATA: '/data',
    DYNAMODB_ENDPOINT: 'http://127.0.0.1:8000',
    ARTISSIST_SAMPLES: 'off',
  };
  expect(readSettings(env)).toEqual({
    port: 0,
    dataDir: '/data',
    dynamodbEndpoint: 'http://127.0.0.1:8000',
    samples: false,
  });
});

test.each(['http', '-1', '65536', '1.5', '1e3', '0x50', ' ', '80 '])('PORT=%j is refused', (PORT) => {
  expect(() => readSettings({ PORT })).toThrow(
    `PORT must be a whole number from 0 to 65535. Received: ${PORT}`,
  );
});

test.each(['localhost:8000', 'file:///tmp', '127.0.0.1', 'not an address'])(
  'DYNAMODB_ENDPOINT=%j is refused',
  (DYNAMODB_ENDPOINT) => {
    expect(() => readSettings({ DYNAMODB_ENDPOINT })).toThrow(`Received: ${DYNAMODB_ENDPOINT}`);
  },
);

test('every problem is told at once', () => {
  const told = (): unknown => readSettings({ PORT: 'x', ARTISSIST_SAMPLES: 'some', DYNAMODB_ENDPOINT: 'y' });
  expect(told).toThrow(/PORT[^]*DYNAMODB_ENDPOINT[^]*ARTISSIST_SAMPLES/);
});

test('a language model has an address, a name and perhaps a key', () => {
  const env = { ARTISSIST_MODEL_URL: 'http://127.0.0.1:11434/v1', ARTISSIST_MODEL: 'qwen3' };
  const { url, model } = { url: env.ARTISSIST_MODEL_URL, model: env.ARTISSIST_MODEL };
  expect(readSettings(env).languageModel).toEqual({ url, model });
  expect(readSettings({ ...env, ARTISSIST_MODEL_KEY: 'k' }).languageModel).toEqual({ url, model, key: 'k' });
  expect(() => readSettings({ ARTISSIST_MODEL: 'qwen3' })).toThrow(/set together[^]*nothing and qwen3/);
  expect(() => readSettings({ ...env, ARTISSIST_MODEL_URL: 'localhost' })).toThrow('Received: localhost');
});
