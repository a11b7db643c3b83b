/** Walking acorn's syntax tree, and who declares the names in it. */
import type {
  AnyNode,
  ArrowFunctionExpression,
  FunctionDeclaration,
  FunctionExpression,
  Identifier,
  Program,
} from 'acorn';

type FunctionNode = ArrowFunctionExpression | FunctionDeclaration | FunctionExpression;

export interface Site {
  node: AnyNode;
  parent: Site | null;
  scope: Scope;
}

/** What a name stands for. `value` is the initializer or function, where there is one. */
export interface Binding {
  kind: 'import' | 'function' | 'variable' | 'parameter';
  value: AnyNode | null;
  /** For imports: the module and the name exported there (`*` for the namespace). */
  imported: { module: string; name: string } | null;
}

export interface Scope {
  parent: Scope | null;
  /** True for programs and functions, where `var` and function declarations live. */
  hoists: boolean;
  bindings: Map<string, Binding>;
}

export function lookUp(scope: Scope | null, name: string): Binding | null {
  for (let at = scope; at !== null; at = at.parent) {
    const found = at.bindings.get(name);
    if (found !== undefined) return found;
  }
  return null;
}

export function isFunction(node: AnyNode): node is FunctionNode {
  return (
    node.type === 'FunctionDeclaration' ||
    node.type === 'FunctionExpression' ||
    node.type === 'ArrowFunctionExpression'
  );
}

function isNode(value: unknown): value is AnyNode {
  return (
    typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
  );
}

export function children(node: AnyNode): AnyNode[] {
  const result: AnyNode[] = [];
  for (const value of Object.values(node) as unknown[]) {
    if (Array.isArray(value)) {
      for (const member of value) if (isNode(member)) result.push(member);
    } else if (isNode(value)) result.push(value);
  }
  return result;
}

/** Every node, parents first, with its scope. */
export function sites(program: Program): Site[] {
  const result: Site[] = [];
  const visit = (node: AnyNode, parent: Site | null, outer: Scope): void => {
    const site = { node, parent, scope: opensScope(node) ? newScope(node, outer) : outer };
    result.push(site);
    for (const child of children(node)) visit(child, site, site.scope);
  };
  visit(program, null, { parent: null, hoists: true, bindings: new Map() });
  return result;
}

/** The nodes around a site, from its parent up to the program. */
export function ancestors({ parent }: Site): AnyNode[] {
  const result: AnyNode[] = [];
  for (let at = parent; at !== null; at = at.parent) result.push(at.node);
  return result;
}

const SCOPES = new Set<AnyNode['type']>([
  'Program',
  'BlockStatement',
  'ForInStatement',
  'ForOfStatement',
  'ForStatement',
  'SwitchStatement',
]);

function opensScope(node: AnyNode): boolean {
  return isFunction(node) || SCOPES.has(node.type);
}

function newScope(node: AnyNode, parent: Scope): Scope {
  const scope: Scope = { parent, hoists: isFunction(node) || node.type === 'Program', bindings: new Map() };
  if (isFunction(node)) {
    if (node.type === 'FunctionExpression' && node.id != null) declare(scope, node.id.name, 'function', node);
    for (const parameter of node.params) {
      for (const { name } of patternNames(parameter)) declare(scope, name, 'parameter', null);
    }
    collect(node.body, scope, true);
  } else if (node.type === 'Program') collect(node, scope, true);
  else collect(node, scope, false);
  return scope;
}

function declare(scope: Scope, name: string, kind: Binding['kind'], value: AnyNode | null): void {
  scope.bindings.set(name, { kind, value, imported: null });
}

/** Declares what stands directly in `node`, and the `var`s below it when the scope hoists them. */
function collect(node: AnyNode, scope: Scope, hoist: boolean, nested = false): void {
  for (const child of children(node)) {
    if (child.type === 'ImportDeclaration') collectImports(child, scope);
    else if (child.type === 'FunctionDeclaration') {
      if (!nested && child.id !== null) declare(scope, child.id.name, 'function', child);
    } else if (child.type === 'ClassDeclaration') {
      if (!nested && child.id !== null) declare(scope, child.id.name, 'variable', child);
    } else if (child.type === 'VariableDeclaration') {
      if (!nested || (hoist && child.kind === 'var')) {
        for (const { id, init } of child.declarations) {
          for (const { name } of patternNames(id)) {
            declare(scope, name, 'variable', id.type === 'Identifier' ? (init ?? null) : null);
          }
        }
      }
    } else if (child.type === 'ExportNamedDeclaration') collect(child, scope, hoist, nested);
    else if (child.type === 'SwitchCase') collect(child, scope, hoist, nested);
    else if (hoist && !isFunction(child)) collect(child, scope, hoist, true);
  }
}

function collectImports(node: AnyNode & { type: 'ImportDeclaration' }, scope: Scope): void {
  for (const specifier of node.specifiers) {
    const name =
      specifier.type === 'ImportNamespaceSpecifier'
        ? '*'
        : specifier.type === 'ImportDefaultSpecifier'
          ? 'default'
          : moduleName(specifier.imported);
    scope.bindings.set(specifier.local.name, {
      kind: 'import',
      value: null,
      imported: { module: String(node.source.value), name },
    });
  }
}

/** The name of an import or export specifier, written as an identifier or as text. */
export function moduleName(node: AnyNode): string {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'Literal' ? String(node.value) : '';
}

/** The identifiers that a parameter or declaration pattern binds. */
export function patternNames(pattern: AnyNode): Identifier[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern];
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        patternNames(property.type === 'Property' ? property.value : property.argument),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element === null ? [] : patternNames(element)));
    case 'AssignmentPattern':
      return patternNames(pattern.left);
    case 'RestElement':
      return patternNames(pattern.argument);
    default:
      return [];
  }
}

/** True for an identifier that reads or writes a variable, not one that names a member, label or declaration. */
export function isReference({ node, parent: above }: Site): boolean {
  if (node.type !== 'Identifier') return false;
  const parent = above?.node;
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === node || parent.computed;
    case 'Property':
      return parent.value === node || parent.computed;
    case 'PropertyDefinition':
    case 'MethodDefinition':
      return parent.computed || parent.value === node;
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'MetaProperty':
      return false;
    case 'ExportSpecifier':
      return parent.local === node;
    default:
      return true;
  }
}

/** The name of a member as far as the text tells: `a.b` and `a['b']`. */
export function memberName(node: AnyNode): string | null {
  if (node.type !== 'MemberExpression') return null;
  if (!node.computed) return node.property.type === 'Identifier' ? node.property.name : null;
  return node.property.type === 'Literal' ? String(node.property.value) : null;
}
