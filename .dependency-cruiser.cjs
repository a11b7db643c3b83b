// @ts-check
/**
 * The rooms and floors: what may import what. Paths are from the repository's folder. `infra/checks/astro-imports.ts`
 * applies the same rules to .astro files, which dependency-cruiser does not read; it understands `path` and `pathNot`.
 */

/** Tests and what only tests use. */
const tests = '(\\.test|\\.contract|\\.testing)\\.ts$|(^|/)(testing|fixtures)(\\.ts$|/)|^infra/journeys/';
const npm = 'node_modules/';

/**
 * @param {string} name
 * @param {string} comment what to do instead; shown with the violation
 * @param {Record<string, unknown>} from
 * @param {Record<string, unknown>} to
 */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid('no-cycles', 'Move what both need into a module of its own.', {}, { circular: true }),
    forbid(
      'shipped-code-imports-no-tests',
      'Move what shipped code needs out of the test.',
      { path: '^(api|content|infra|openapi|site)/', pathNot: tests },
      { path: tests },
    ),
    forbid(
      'content-imports-nothing',
      'content/ holds what people write.',
      { path: '^content/' },
      { path: '.' },
    ),
    forbid(
      'openapi-is-the-ground',
      'openapi/ imports nothing of api/, site/, infra/ or content/: arrows point down.',
      { path: '^openapi/' },
      { path: '^(api|bench|content|infra|site)/' },
    ),
    forbid(
      'api-knows-no-site-or-infra',
      'Declare a port in api/ports and let infra/ pass it in.',
      { path: '^api/' },
      { path: '^(site|infra|bench)/' },
    ),
    forbid(
      'nobody-imports-infra',
      'infra/ composes the others: pass in what you need from there.',
      { pathNot: '^(infra|bench)/' },
      { path: '^(infra|bench)/' },
    ),
    forbid(
      'infra-imports-no-bench',
      'bench/ measures from outside.',
      { path: '^infra/' },
      { path: '^bench/' },
    ),
    forbid(
      'resolvers-stay-in-appsync',
      'A resolver imports @aws-appsync/utils, its own folders and the generated types.',
      { path: '^api/resolvers/', pathNot: tests },
      { pathNot: `^api/resolvers/|^api/types\\.gen\\.ts$|${npm}@aws-appsync/utils/` },
    ),
    forbid(
      'resolver-libraries-import-no-resolver',
      'Move what both need into api/resolvers/_lib.',
      { path: '^api/resolvers/_lib/', pathNot: tests },
      { path: '^api/resolvers/(?!_lib/)' },
    ),
    forbid(
      'only-resolvers-import-appsync-utils',
      '@aws-appsync/utils exists inside AppSync only.',
      { pathNot: `^api/resolvers/|^infra/local/appsync/|${tests}` },
      { path: `${npm}@aws-appsync/utils/` },
    ),
    forbid(
      'site-reaches-data-through-the-contract',
      "site/ knows the API's types and the OpenAPI client; the publisher hands it the rest.",
      { path: '^site/', pathNot: `^site/publisher/|\\.lambda\\.ts$|${tests}` },
      { path: '^api/(?!types\\.gen\\.ts$)' },
    ),
    forbid(
      'publisher-knows-events-and-ports',
      "site/publisher may import api/events.ts, a port.ts (or its paths.ts and cards.ts) and the API's types; its *.lambda.ts wires twins.",
      { path: '^site/publisher/', pathNot: `\\.lambda\\.ts$|${tests}` },
      { path: '^api/(?!types\\.gen\\.ts$|events\\.ts$|ports/[^/]+/(port|paths|cards)\\.ts$)' },
    ),
    forbid(
      'aws-sdk-behind-ports',
      'Use the SDK in aws.ts, *.lambda.ts or infra/ and pass in a port.',
      { path: '^(api|content|openapi|site)/', pathNot: `(^|/)aws\\.ts$|\\.lambda\\.ts$|${tests}` },
      { path: `${npm}(@aws-sdk|@smithy)/` },
    ),
    forbid(
      'aws-sdk-in-infra',
      'In infra/ only aws/, local/, import/ and tests talk to AWS.',
      { path: '^infra/', pathNot: `^infra/(aws|local)/|(^|/)aws\\.ts$|${tests}` },
      { path: `${npm}(@aws-sdk|@smithy)/` },
    ),
    forbid(
      'cdk-in-infra-aws',
      'Only infra/aws builds with CDK.',
      { pathNot: `^infra/aws/|${tests}` },
      { path: `${npm}(aws-cdk-lib|aws-cdk|constructs|@aws-cdk)/` },
    ),
    forbid(
      'engines-behind-local-twins',
      'Embedded engines live in local.ts and infra/local.',
      {
        path: '^(api|content|openapi|site|infra)/',
        pathNot: `(^|/)local[a-z-]*\\.ts$|^infra/local/|${tests}`,
      },
      {
        path: `${npm}(@dynoxide|@duckdb|sqlite-vec|oidc-provider|aws-local-stepfunctions|dynalite)/|^(node:)?sqlite$`,
      },
    ),
    forbid(
      'generators-in-api-generate',
      'Only api/generate reads and writes the contract with these.',
      { path: '^api/', pathNot: `^api/generate/|${tests}` },
      { path: `${npm}(graphql|@graphql-codegen|prettier|openapi-typescript|typescript)/` },
    ),
    forbid(
      'setup-needs-no-packages',
      'infra/setup runs before the packages are installed: Node only.',
      { path: '^infra/setup/.*\\.mjs$' },
      { path: `${npm}` },
    ),
    forbid(
      'shipped-code-uses-dependencies',
      'Move the package from devDependencies to dependencies.',
      { path: '^(api|site)/', pathNot: `^api/generate/|^api/resolvers/|${tests}` },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'packages-are-declared',
      'Add the package to package.json.',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    forbid(
      'imports-resolve',
      'Correct the path; it needs its file ending.',
      {},
      { couldNotResolve: true, pathNot: '^(astro|virtual|astro-[a-z]+):' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|cdk\\.out|\\.artissist)/|(^|/)\\.astro/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
