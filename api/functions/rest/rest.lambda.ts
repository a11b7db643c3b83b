import { createRestMirror } from './mirror.ts';

/** What the function is told by its environment. */
interface Environment {
  GRAPHQL_URL: string;
  GRAPHQL_API_KEY: string;
  PUBLIC_ORIGIN: string;
  PROBLEM_BASE: string;
}

/** Reads the environment; throws an error that names every variable that is missing or no address. */
function parseEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const problems: string[] = [];
  const text = (name: keyof Environment): string => {
    const value = env[name] ?? '';
    if (value === '') problems.push(`${name} is missing`);
    return value;
  };
  const address = (name: keyof Environment): string => {
    const value = text(name);
    if (value !== '' && !URL.canParse(value)) problems.push(`${name} must be an address. Received: ${value}`);
    return value;
  };
  const environment = {
    GRAPHQL_URL: address('GRAPHQL_URL'),
    GRAPHQL_API_KEY: text('GRAPHQL_API_KEY'),
    PUBLIC_ORIGIN: address('PUBLIC_ORIGIN'),
    PROBLEM_BASE: address('PROBLEM_BASE'),
  };
  if (problems.length > 0)
    throw new Error(`The environment of the REST function is not valid: ${problems.join('; ')}.`);
  return environment;
}

const environment = parseEnvironment(process.env);

/** The REST mirror behind an API Gateway HTTP API. The global `fetch` keeps its connections alive. */
export const handler = createRestMirror({
  fetch,
  graphqlUrl: environment.GRAPHQL_URL,
  apiKey: environment.GRAPHQL_API_KEY,
  origin: new URL(environment.PUBLIC_ORIGIN).origin,
  problemBase: environment.PROBLEM_BASE,
  log: console,
});
