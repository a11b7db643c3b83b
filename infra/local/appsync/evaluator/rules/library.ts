/** Globals, members and methods of JavaScript's library that APPSYNC_JS lacks. */
import type { AnyNode } from 'acorn';
import { ARRAY_METHODS, GLOBALS, STATIC_MEMBERS, STRING_METHODS } from '../surface.ts';
import { isReference, lookUp, memberName, moduleName } from '../syntax.ts';
import type { Site } from '../syntax.ts';
import { rule } from './rule.ts';
import type { Rule } from './rule.ts';

const METHODS = [...ARRAY_METHODS, ...STRING_METHODS, 'toString', 'toFixed'];
/** Conversions, which may be called and passed to array methods. */
const CONVERSIONS = ['String', 'Number', 'Boolean', 'parseInt', 'parseFloat'];
const VALUES = ['undefined', 'NaN', 'Infinity'];
/** Ways from a value to the machinery behind it. */
const REFUSED_MEMBERS = ['constructor', 'prototype', '__proto__', 'caller', 'callee'];

function globalName(site: Site, node: AnyNode): string | null {
  return node.type === 'Identifier' && lookUp(site.scope, node.name) === null ? node.name : null;
}

/** What a chain of members begins with: `util` for `util.time.nowISO8601`. */
function root(node: AnyNode): AnyNode {
  return node.type === 'MemberExpression' ? root(node.object) : node;
}

function isLibrary(site: Site, node: AnyNode): boolean {
  const start = root(node);
  if (start.type !== 'Identifier') return false;
  const binding = lookUp(site.scope, start.name);
  return binding === null ? GLOBALS.includes(start.name) : binding.kind === 'import';
}

const unknownGlobals = rule('no-unknown-globals', ['Identifier'], (site) => {
  const { node } = site;
  if (node.type !== 'Identifier' || !isReference(site)) return null;
  const name = globalName(site, node);
  return name === null || GLOBALS.includes(name) ? null : `${name} is not available.`;
});

/**
 * The path of `STATIC_MEMBERS` that an expression stands for: `Math`, `util.time`, `operations`; null for values.
 * What is imported is known by its name in the module, whatever it is called here.
 */
function libraryPath(site: Site, node: AnyNode): string | null {
  if (node.type === 'Identifier') {
    const binding = lookUp(site.scope, node.name);
    if (binding === null) return node.name;
    return binding.imported === null || binding.imported.name === '*' ? null : binding.imported.name;
  }
  if (node.type !== 'MemberExpression') return null;
  const name = memberName(node);
  if (name === null) return null;
  if (node.object.type === 'Identifier' && lookUp(site.scope, node.object.name)?.imported?.name === '*')
    return name;
  const owner = libraryPath(site, node.object);
  return owner === null ? null : `${owner}.${name}`;
}

const staticMembers = rule('no-disallowed-methods', ['MemberExpression'], (site) => {
  const { node } = site;
  if (node.type !== 'MemberExpression') return null;
  const owner = libraryPath(site, node.object);
  const members = owner !== null && Object.hasOwn(STATIC_MEMBERS, owner) ? STATIC_MEMBERS[owner] : undefined;
  if (members === undefined) return null;
  const name = memberName(node);
  if (name === null) return `${owner} must be used with a plain member name.`;
  return members.includes(name) ? null : `${owner}.${name} is not supported.`;
});

const methods = rule('no-disallowed-methods', ['CallExpression'], (site) => {
  const { node } = site;
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return null;
  if (isLibrary(site, node.callee)) return null;
  const name = memberName(node.callee);
  if (name === null) return 'A method must be called by a plain name.';
  return METHODS.includes(name) ? null : `The method ${name} is not supported.`;
});

const globalsAsValues = rule('no-globals-as-values', ['Identifier'], (site) => {
  const { node } = site;
  if (node.type !== 'Identifier' || !isReference(site)) return null;
  const name = globalName(site, node);
  if (name === null || !GLOBALS.includes(name) || VALUES.includes(name)) return null;
  const parent = site.parent?.node;
  if (parent?.type === 'MemberExpression' && parent.object === node) return null;
  if (CONVERSIONS.includes(name) && parent?.type === 'CallExpression') return null;
  return `${name} may not be used as a value.`;
});

const refusedMembers = rule('no-reflection', ['MemberExpression', 'Property'], ({ node, parent: above }) => {
  const parent = above?.node;
  const name =
    memberName(node) ??
    (node.type === 'Property' && parent?.type === 'ObjectPattern' && !node.computed
      ? moduleName(node.key)
      : null);
  return name !== null && REFUSED_MEMBERS.includes(name) ? `The member ${name} is not available.` : null;
});

export const libraryRules: readonly Rule[] = [
  unknownGlobals,
  staticMembers,
  methods,
  globalsAsValues,
  refusedMembers,
];
