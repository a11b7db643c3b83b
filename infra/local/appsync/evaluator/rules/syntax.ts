/** Statements, operators and literals that APPSYNC_JS lacks. Names are those of `@aws-appsync/eslint-plugin`. */
import type { AnyNode } from 'acorn';
import { FUNCTION_TYPES, rule } from './rule.ts';
import type { Rule } from './rule.ts';

/** Node types that are refused whatever they hold. */
const REFUSED: { readonly [name: string]: { types: AnyNode['type'][]; reason: string } } = {
  'no-await': { types: ['AwaitExpression'], reason: 'await is not supported.' },
  'no-classes': { types: ['ClassDeclaration', 'ClassExpression'], reason: 'Classes are not supported.' },
  'no-continue': { types: ['ContinueStatement'], reason: 'continue is not supported.' },
  'no-debugger': { types: ['DebuggerStatement'], reason: 'debugger is not supported.' },
  'no-for': { types: ['ForStatement'], reason: 'for (;;) is not supported. Use for-of or an array method.' },
  'no-labels': { types: ['LabeledStatement'], reason: 'Labels are not supported.' },
  'no-new': { types: ['NewExpression'], reason: 'new is not supported.' },
  'no-tagged-templates': {
    types: ['TaggedTemplateExpression'],
    reason: 'Tagged templates are not supported.',
  },
  'no-this': { types: ['ThisExpression', 'Super'], reason: 'this is not supported.' },
  'no-throw': { types: ['ThrowStatement'], reason: 'throw is not supported. Use util.error.' },
  'no-try': { types: ['TryStatement'], reason: 'try is not supported.' },
  'no-while': { types: ['WhileStatement', 'DoWhileStatement'], reason: 'while is not supported.' },
  'no-yield': { types: ['YieldExpression'], reason: 'yield is not supported.' },
};

const refusedTypes = Object.entries(REFUSED).map(([name, { types, reason }]) =>
  rule(name, types, () => reason),
);

export const syntaxRules: readonly Rule[] = [
  ...refusedTypes,
  rule('no-async', FUNCTION_TYPES, ({ node }) =>
    'async' in node && node.async ? 'Async functions are not supported.' : null,
  ),
  rule('no-generators', FUNCTION_TYPES, ({ node }) =>
    'generator' in node && node.generator ? 'Generators are not supported.' : null,
  ),
  rule('no-for-await', ['ForOfStatement'], ({ node }) =>
    node.type === 'ForOfStatement' && node.await ? 'for await is not supported.' : null,
  ),
  rule('no-regex', ['Literal'], ({ node }) =>
    node.type === 'Literal' && node.regex !== undefined
      ? 'Regular expression literals are not supported. Use util.matches.'
      : null,
  ),
  rule('no-bigint', ['Literal'], ({ node }) =>
    node.type === 'Literal' && typeof node.value === 'bigint' ? 'BigInt is not supported.' : null,
  ),
  rule('no-disallowed-unary-operators', ['UpdateExpression', 'UnaryExpression'], ({ node }) =>
    node.type === 'UpdateExpression' || (node.type === 'UnaryExpression' && node.operator === '~')
      ? `The operator ${node.operator} is not supported.`
      : null,
  ),
  rule('no-in-operator', ['BinaryExpression'], ({ node }) =>
    node.type === 'BinaryExpression' && node.operator === 'in'
      ? 'The operator in is not supported. Use Object.hasOwn.'
      : null,
  ),
  rule('no-disallowed-binary-operators', ['BinaryExpression'], ({ node }) =>
    node.type === 'BinaryExpression' && node.operator === 'instanceof'
      ? 'The operator instanceof is not supported.'
      : null,
  ),
  rule('no-accessors', ['Property'], ({ node }) =>
    node.type === 'Property' && node.kind !== 'init' ? 'Getters and setters are not supported.' : null,
  ),
];
