/**
 * Response handlers whose answer is known without running them: `return ctx.prev.result;` and nothing else, which is how
 * a pipeline answers what its last function answered.
 */
import type { AnyNode, FunctionDeclaration, Program } from 'acorn';
import { declaredHandler, isNamed } from './declared-handler.ts';

/** Whether the module's `response` only returns `ctx.prev.result`, and nothing else in the module runs beside it. */
export function responsePassesOn(program: Program): boolean {
  const found = declaredHandler(program, 'response');
  return found !== null && returnsPrevResult(found);
}

function returnsPrevResult({ params, body }: FunctionDeclaration): boolean {
  const [context] = params;
  const [statement, another] = body.body;
  if (context?.type !== 'Identifier' || statement?.type !== 'ReturnStatement' || another) return false;
  const prev = ownerOf(statement.argument, 'result');
  return isNamed(ownerOf(prev, 'prev'), context.name);
}

/** `a` of `a.member`; null for every other expression. */
function ownerOf(node: AnyNode | null | undefined, member: string): AnyNode | null {
  if (node?.type !== 'MemberExpression' || node.computed || node.optional) return null;
  return isNamed(node.property, member) ? node.object : null;
}
