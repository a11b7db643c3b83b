/** Imports and exports of a resolver module. */
import type { AnyNode } from 'acorn';
import { MODULES, UNAVAILABLE_MODULES } from '../surface.ts';
import { isFunction, lookUp, memberName, moduleName } from '../syntax.ts';
import { rule } from './rule.ts';
import type { Finding, Rule, Sites } from './rule.ts';

function importedModule(specifier: string): string | null {
  if (Object.hasOwn(MODULES, specifier)) return null;
  if (UNAVAILABLE_MODULES.includes(specifier)) return `${specifier} is not implemented by the local runtime.`;
  return `The module ${specifier} can't be imported. Bundle it.`;
}

const IMPORT_TYPES: AnyNode['type'][] = [
  'ImportDeclaration',
  'ImportExpression',
  'MetaProperty',
  'ImportDefaultSpecifier',
  'ImportSpecifier',
];

const imports = rule('no-unknown-imports', IMPORT_TYPES, ({ node, parent: above }) => {
  if (node.type === 'ImportDeclaration') return importedModule(String(node.source.value));
  if (node.type === 'ImportExpression') return 'import() is not supported.';
  if (node.type === 'MetaProperty') return 'import.meta and new.target are not supported.';
  const parent = above?.node;
  if (parent?.type !== 'ImportDeclaration') return null;
  const exported = MODULES[String(parent.source.value)];
  if (exported === undefined) return null;
  if (node.type === 'ImportDefaultSpecifier') return `${parent.source.value} has no default export.`;
  if (node.type !== 'ImportSpecifier') return null;
  const name = moduleName(node.imported);
  return exported.includes(name) ? null : `${parent.source.value} has no ${name}.`;
});

/** `ddb.nothing`, where `ddb` is the namespace of a module. */
const namespaceMembers = rule('no-unknown-imports', ['MemberExpression'], ({ node, scope }) => {
  if (node.type !== 'MemberExpression' || node.object.type !== 'Identifier') return null;
  const imported = lookUp(scope, node.object.name)?.imported;
  if (imported?.name !== '*') return null;
  const name = memberName(node);
  const exported = MODULES[imported.module] ?? [];
  return name === null || exported.includes(name) ? null : `${imported.module} has no ${name}.`;
});

const EXPORT_TYPES: AnyNode['type'][] = [
  'ExportDefaultDeclaration',
  'ExportAllDeclaration',
  'ExportNamedDeclaration',
];

const exportForms = rule('no-disallowed-exports', EXPORT_TYPES, ({ node }) => {
  if (node.type === 'ExportDefaultDeclaration') return 'A default export is not supported.';
  const from =
    node.type === 'ExportAllDeclaration' || (node.type === 'ExportNamedDeclaration' && node.source != null);
  return from ? 'Exports of another module are not supported.' : null;
});

/** The exported handlers, by name: the exported name and what it stands for. */
function exportedNames(sites: Sites): [string, AnyNode | null][] {
  return sites.of('ExportNamedDeclaration').flatMap(({ node, scope }): [string, AnyNode | null][] => {
    if (node.type !== 'ExportNamedDeclaration') return [];
    const { declaration } = node;
    if (declaration?.type === 'FunctionDeclaration') return [[declaration.id.name, declaration]];
    if (declaration?.type === 'VariableDeclaration') {
      return declaration.declarations.map(({ id, init }) => [moduleName(id), init ?? null]);
    }
    return node.specifiers.map(({ exported, local }) => [
      moduleName(exported),
      lookUp(scope, moduleName(local))?.value ?? null,
    ]);
  });
}

const handlers: Rule = {
  name: 'handlers',
  find(sites): Finding[] {
    const [program] = sites.of('Program');
    if (program === undefined) return [];
    const found = exportedNames(sites).filter(([name]) => name === 'request' || name === 'response');
    if (found.length === 0) {
      return [{ node: program.node, reason: 'Export a function named request or response.' }];
    }
    return found.flatMap(([name, value]) =>
      value !== null && isFunction(value)
        ? []
        : [{ node: program.node, reason: `The export ${name} must be a function.` }],
    );
  },
};

export const moduleRules: readonly Rule[] = [imports, namespaceMembers, exportForms, handlers];
