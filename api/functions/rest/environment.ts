/** What the function is told by its environment. */
export interface Environment {
  /** Address of the GraphQL endpoint. */
  graphqlUrl: string;
  /** Its API key. */
  apiKey: string;
  /** Origin that callers use. */
  origin: string;
  /** What problem types begin with. */
  problemBase: string;
}

/** Reads the environment of the REST function; throws an error that names every variable that is missing or wrong. */
export function parseEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const problems: string[] = [];
  const text = (name: string): string => {
    const value = env[name] ?? '';
    if (value === '') problems.push(`${name} is missing`);
    return value;
  };
  const address = (name: string): string => {
    const value = text(name);
    if (value !== '' && !/^https?:\/\//.test(value)) {
      problems.push(`${name} must be an address with http or https. Received: ${value}`);
    }
    return value;
  };
  const environment = {
    graphqlUrl: address('GRAPHQL_URL'),
    apiKey: text('GRAPHQL_API_KEY'),
    origin: address('PUBLIC_ORIGIN').replace(/\/+$/, ''),
    problemBase: address('PROBLEM_BASE').replace(/\/+$/, ''),
  };
  if (problems.length > 0) {
    throw new Error(`The environment of the REST function is not valid: ${problems.join('; ')}.`);
  }
  return environment;
}
