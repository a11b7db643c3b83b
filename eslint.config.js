import appsync from '@aws-appsync/eslint-plugin';
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const tests = [
  '**/*.test.ts',
  '**/*.contract.ts',
  '**/contract-*.ts',
  '**/fixtures.ts',
  '**/testing.ts',
  '**/testing/**/*.ts',
];
/** Programs that a person runs: they speak through the console. */
const programs = [
  // What a Lambda prints is its log.
  'api/functions/**/*.ts',
  '**/cli.ts',
  '**/main.ts',
  'api/generate/**/*.ts',
  'bench/**/*.ts',
  'infra/{aws,build,checks,delivery,import,journeys,setup,testing}/**/*.{ts,mjs}',
  'infra/local/publish.ts',
  'infra/smoke/vitest.config.ts',
  'infra/terraform/pack.ts',
];

const everywhere = [
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Name what is exported, so that it has one name everywhere.',
  },
  {
    selector: ':matches(TSEnumDeclaration, TSModuleDeclaration[kind="namespace"], TSParameterProperty)',
    message: 'Node strips types only: use a union, a module or a plain field.',
  },
  {
    selector:
      'MemberExpression[object.name=/^(describe|it|test|suite)$/][property.name=/^(only|skip|todo)$/]',
    message: 'No skipped or focused test is committed. A test that cannot run says why with `skip(reason)`.',
  },
];

/** What APPSYNC_JS 1.0.0 refuses and the AppSync rules miss or leave to the service. */
const refusedByAppSync = Object.entries({
  ThrowStatement: 'end with util.error(message, type)',
  TryStatement: 'a failed data source is in ctx.error',
  NewExpression: 'APPSYNC_JS has no constructors: use literals and util',
  ':matches(ClassDeclaration, ClassExpression)': 'use functions and plain objects',
  ':matches(WhileStatement, DoWhileStatement, ForStatement)': 'use for-of, for-in or an array method',
  ':matches(ContinueStatement, LabeledStatement)': 'filter first, or nest an if',
  UpdateExpression: 'write += 1 or -= 1',
  ':matches(YieldExpression, AwaitExpression)': 'APPSYNC_JS has no generators and nothing asynchronous',
  ':matches(FunctionDeclaration, FunctionExpression)[generator=true]': 'APPSYNC_JS has no generators',
  ':function[async=true]': 'nothing is asynchronous in APPSYNC_JS',
  ThisExpression: 'pass the value as an argument',
  'Literal[regex]': 'use util.matches(pattern, text)',
  'Literal[bigint]': 'use a number',
  TaggedTemplateExpression: 'call the function',
  DebuggerStatement: 'remove it',
  'BinaryExpression[operator=/^(in|instanceof)$/]': 'compare the value itself, or use Object.hasOwn',
  'Property[kind=/^(get|set)$/]': 'write a plain property',
  'CallExpression[callee.property.name="sort"]': 'Array.sort is refused: order in the table or the index',
}).map(([selector, advice]) => ({ selector, message: `AppSync refuses this: ${advice}.` }));

const globalsMissingInAppSync = [
  ...[
    'Map',
    'Set',
    'WeakMap',
    'WeakSet',
    'Date',
    'Symbol',
    'Promise',
    'Proxy',
    'Reflect',
    'RegExp',
    'BigInt',
  ],
  ...[
    'Error',
    'TypeError',
    'Function',
    'Intl',
    'URL',
    'URLSearchParams',
    'TextEncoder',
    'TextDecoder',
    'Buffer',
  ],
  ...[
    'setTimeout',
    'setInterval',
    'setImmediate',
    'queueMicrotask',
    'fetch',
    'structuredClone',
    'crypto',
    'eval',
  ],
  ...['process', 'globalThis', 'window', 'require', 'atob', 'btoa', 'arguments', 'Uint8Array', 'ArrayBuffer'],
].map((name) => ({ name, message: 'APPSYNC_JS does not have it: see `util` of @aws-appsync/utils.' }));

export default defineConfig(
  {
    ignores: [
      // Folders of tools and of running tests.
      '**/.*/**',
      '!.ci/**',
      'node_modules',
      'dist',
      'cdk.out',
      '.artissist',
      '.astro',
      '**/*.gen.*',
      '**/*.d.ts',
      'content/samples',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
      // One-line arrows that call something for its effect read well.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // A twin implements an asynchronous port without always having something to wait for.
      '@typescript-eslint/require-await': 'off',
      // Ports are made of closures: nothing is lost when a method is passed on.
      '@typescript-eslint/unbound-method': 'off',
      // Syntax trees are compared by the names that their specifications use.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // Checks at the edges doubt what the types promise.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-boolean-literal-compare': 'off',
      '@typescript-eslint/no-unnecessary-type-conversion': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      // It runs out of stack on recursive JSON types.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Messages show what was received, whatever it is.
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.recommended],
  },
  ...astro.configs['flat/recommended'],
  {
    files: ['**/*.astro'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_|^Props$' },
      ],
    },
  },
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...everywhere],
    },
  },
  { files: [...programs, '*.{ts,js,mjs}', '.ci/*.mjs'], rules: { 'no-console': 'off' } },
  {
    // Tools that load a module by its default export.
    files: [
      '*.config.*',
      '.dependency-cruiser.cjs',
      'infra/testing/*-reporter.ts',
      '**/*.astro',
      'site/**/*.config.ts',
      'infra/smoke/vitest.config.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', ...everywhere.slice(1)] },
  },
  {
    files: ['**/*.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['api/resolvers/**/*.ts'],
    ignores: tests,
    plugins: { '@aws-appsync': appsync },
    rules: {
      ...appsync.configs.recommended.rules,
      // The types of the context leave headers, stash and results open; the validators close them.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // Every throw is refused below.
      '@typescript-eslint/only-throw-error': 'off',
      'no-restricted-syntax': ['error', ...everywhere, ...refusedByAppSync],
      'no-restricted-globals': ['error', ...globalsMissingInAppSync],
    },
  },
  {
    // What the service's own library throws is part of what resolvers see, Error or not.
    files: ['infra/local/appsync/evaluator/guest/**/*.ts'],
    rules: {
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/no-unnecessary-template-expression': 'off',
    },
  },
  {
    files: tests,
    rules: {
      'no-console': 'off',
      // Asymmetric matchers such as expect.any are typed any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
);
