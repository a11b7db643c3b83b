/**
 * Functions are declared, called, or handed to the array methods that take one. They are not values beyond that, they
 * don't call themselves, and the context they are given is read-only.
 */
import type { AnyNode } from 'acorn';
import { CALLBACK_METHODS } from '../surface.ts';
import { ancestors, isFunction, isReference, lookUp, memberName } from '../syntax.ts';
import type { Binding, Site } from '../syntax.ts';
import { rule } from './rule.ts';
import type { Finding, Rule, Sites } from './rule.ts';

function isFunctionBinding(binding: Binding | null): boolean {
  return binding !== null && binding.value !== null && isFunction(binding.value);
}

/** True when the node is a function, or a name for one. */
function isFunctionValue(site: Site): boolean {
  if (isFunction(site.node)) return true;
  if (site.node.type !== 'Identifier' || !isReference(site)) return false;
  return isFunctionBinding(lookUp(site.scope, site.node.name));
}

function isCallbackCall(parent: AnyNode): boolean {
  if (parent.type !== 'CallExpression') return false;
  return CALLBACK_METHODS.includes(memberName(parent.callee as AnyNode) ?? '');
}

function misuse(site: Site): 'passing' | 'return' | 'reassign' | 'value' | null {
  if (!isFunctionValue(site)) return null;
  const { node } = site;
  const parent = site.parent?.node;
  switch (parent?.type) {
    case 'CallExpression':
      return parent.callee === node || isCallbackCall(parent) ? null : 'passing';
    case 'VariableDeclarator':
      if (parent.id === node || (isFunction(node) && parent.id.type === 'Identifier')) return null;
      return 'reassign';
    case 'AssignmentExpression':
      return 'reassign';
    case 'ReturnStatement':
      return 'return';
    case 'ArrowFunctionExpression':
      return parent.body === node ? 'return' : null;
    case 'ExportSpecifier':
    case 'FunctionDeclaration':
    case 'FunctionExpression':
      return null;
    case 'UnaryExpression':
      return parent.operator === 'typeof' ? null : 'value';
    default:
      return 'value';
  }
}

function misuseRule(name: string, kind: 'passing' | 'return' | 'reassign' | 'value', reason: string): Rule {
  return rule(name, ['Identifier', 'FunctionExpression', 'ArrowFunctionExpression'], (site) =>
    misuse(site) === kind ? reason : null,
  );
}

interface Graph {
  calls: Map<AnyNode, { callee: AnyNode; call: AnyNode }[]>;
}

/** Which functions each function calls by name, or hands to an array method by name. */
function callGraph(sites: Sites): Graph {
  const calls: Graph['calls'] = new Map();
  for (const site of sites.of('CallExpression')) {
    const { node, scope } = site;
    if (node.type !== 'CallExpression') continue;
    for (const named of [node.callee, ...node.arguments]) {
      if (named.type !== 'Identifier') continue;
      const target = lookUp(scope, named.name)?.value ?? null;
      if (target === null || !isFunction(target)) continue;
      for (const caller of ancestors(site).filter(isFunction)) {
        calls.set(caller, [...(calls.get(caller) ?? []), { callee: target, call: node }]);
      }
    }
  }
  return { calls };
}

function reaches({ calls }: Graph, from: AnyNode, to: AnyNode, seen = new Set<AnyNode>()): boolean {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return (calls.get(from) ?? []).some(({ callee }) => reaches({ calls }, callee, to, seen));
}

const noRecursion: Rule = {
  name: 'no-recursion',
  find(sites) {
    const graph = callGraph(sites);
    const found = new Map<AnyNode, Finding>();
    for (const [caller, calls] of graph.calls) {
      for (const { callee, call } of calls) {
        if (reaches(graph, callee, caller))
          found.set(call, { node: call, reason: 'Recursion is not supported.' });
      }
    }
    return [...found.values()];
  },
};

/** The name of the handler whose first parameter `name` is in this scope, or null. */
function handlerParameter(site: Site, name: string): boolean {
  if (lookUp(site.scope, name)?.kind !== 'parameter') return false;
  const around = ancestors(site);
  const owners = around.filter((node) => isFunction(node));
  const owner = owners.find(({ params }) => params.some((p) => p.type === 'Identifier' && p.name === name));
  if (owner?.params[0]?.type !== 'Identifier' || owner.params[0].name !== name) return false;
  const declared = around.find((a) => a.type === 'VariableDeclarator' && a.init === owner);
  const id =
    owner.type === 'FunctionDeclaration'
      ? owner.id
      : declared?.type === 'VariableDeclarator'
        ? declared.id
        : null;
  return id?.type === 'Identifier' && (id.name === 'request' || id.name === 'response');
}

function isWritten(node: AnyNode, parent: AnyNode | undefined): boolean {
  switch (parent?.type) {
    case 'AssignmentExpression':
    case 'ForInStatement':
    case 'ForOfStatement':
      return parent.left === node;
    case 'UpdateExpression':
      return true;
    case 'UnaryExpression':
      return parent.operator === 'delete';
    default:
      return false;
  }
}

const noReassignment = rule('no-disallowed-re-assignment', ['Identifier'], (site) => {
  const { node } = site;
  const parent = site.parent?.node;
  const grandparent = site.parent?.parent?.node;
  if (node.type !== 'Identifier' || !isReference(site) || !handlerParameter(site, node.name)) return null;
  if (isWritten(node, parent)) return `${node.name} is read-only.`;
  if (parent?.type !== 'MemberExpression' || parent.object !== node || !isWritten(parent, grandparent))
    return null;
  return `${node.name} is read-only: ${memberName(parent) ?? 'its members'} can't be set. Use ctx.stash.`;
});

export const functionRules: readonly Rule[] = [
  misuseRule(
    'no-function-passing',
    'passing',
    `A function may be passed to ${CALLBACK_METHODS.join(', ')} only.`,
  ),
  misuseRule('no-function-return', 'return', 'A function may not be returned.'),
  misuseRule('no-function-reassign', 'reassign', 'A function may not be assigned to another name.'),
  misuseRule(
    'no-function-value',
    'value',
    'A function may only be declared, called or passed to an array method.',
  ),
  noRecursion,
  noReassignment,
];
