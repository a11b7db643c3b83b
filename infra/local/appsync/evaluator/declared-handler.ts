/** Handlers that can be read from their syntax alone. */
import type { AnyNode, FunctionDeclaration, Program } from 'acorn';

/** The handler of a module that only declares functions: then nothing runs beside it. Null where more stands there. */
export function declaredHandler(
  program: Program,
  exportedAs: 'request' | 'response',
): FunctionDeclaration | null {
  const functions = new Map<string, FunctionDeclaration>();
  let handler: string = exportedAs;
  for (const node of program.body) {
    if (node.type === 'ExportNamedDeclaration')
      for (const { exported, local } of node.specifiers)
        if (isNamed(exported, exportedAs) && local.type === 'Identifier') handler = local.name;
    const declared = node.type === 'ExportNamedDeclaration' ? node.declaration : node;
    if (!declared || declared.type === 'ImportDeclaration') continue;
    // Any other statement runs in every evaluation, and may end it.
    if (declared.type !== 'FunctionDeclaration' || declared.id === null) return null;
    functions.set(declared.id.name, declared);
  }
  return functions.get(handler) ?? null;
}

export function isNamed(node: AnyNode | null, name: string): boolean {
  return node?.type === 'Identifier' && node.name === name;
}
