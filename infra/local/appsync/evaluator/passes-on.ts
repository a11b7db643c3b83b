/**
 * Response handlers whose answer is known without running them: `return ctx.prev.result;` and nothing else, which is how
 * a pipeline answers what its last function answered.
 */
import type { AnyNode, FunctionDeclaration, Program } from 'acorn';

/** Whether the module's `response` only returns `ctx.prev.result`, and nothing else in the module runs beside it. */
export function responsePassesOn(program: Program): boolean {
  const functions = new Map<string, FunctionDeclaration>();
  let handler = 'response';
  for (const node of program.body) {
    if (node.type === 'ExportNamedDeclaration')
      for (const { exported, local } of node.specifiers)
        if (isName(exported, 'response') && local.type === 'Identifier') handler = local.name;
    const declared = node.type === 'ExportNamedDeclaration' ? node.declaration : node;
    if (!declared || declared.type === 'ImportDeclaration') continue;
    // Any other statement runs in every evaluation, and may end it.
    if (declared.type !== 'FunctionDeclaration' || declared.id === null) return false;
    functions.set(declared.id.name, declared);
  }
  const found = functions.get(handler);
  return found !== undefined && returnsPrevResult(found);
}

function returnsPrevResult({ params, body }: FunctionDeclaration): boolean {
  const [context] = params;
  const [statement, another] = body.body;
  if (context?.type !== 'Identifier' || statement?.type !== 'ReturnStatement' || another) return false;
  const prev = ownerOf(statement.argument, 'result');
  return isName(ownerOf(prev, 'prev'), context.name);
}

/** `a` of `a.member`; null for every other expression. */
function ownerOf(node: AnyNode | null | undefined, member: string): AnyNode | null {
  if (node?.type !== 'MemberExpression' || node.computed || node.optional) return null;
  return isName(node.property, member) ? node.object : null;
}

function isName(node: AnyNode | null, name: string): boolean {
  return node?.type === 'Identifier' && node.name === name;
}
