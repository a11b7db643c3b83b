import { expect, it } from 'vitest';
import { parseEnvironment } from './environment.ts';

const complete = {
  GRAPHQL_URL: 'https://api.artissist.example/graphql',
  GRAPHQL_API_KEY: 'da2-key',
  PUBLIC_ORIGIN: 'https://artissist.example/',
  PROBLEM_BASE: 'https://artissist.example/problems/',
};

it('reads a complete environment', () => {
  expect(parseEnvironment(complete)).toEqual({
    graphqlUrl: 'https://api.artissist.example/graphql',
    apiKey: 'da2-key',
    origin: 'https://artissist.example',
    problemBase: 'https://artissist.example/problems',
  });
});

it('names everything that is wrong at once', () => {
  const incomplete = { ...complete, GRAPHQL_API_KEY: '', GRAPHQL_URL: 'api.artissist.example' };

  expect(() => parseEnvironment(incomplete)).toThrow(
    'GRAPHQL_URL must be an address with http or https. Received: api.artissist.example; GRAPHQL_API_KEY is missing',
  );
});
