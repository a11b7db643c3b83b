/**
 * Request handlers whose answer is known without running them: `return {};`, before which at most texts are put into the
 * stash. So begins a pipeline that tells its first step what is needed.
 */
import type { AnyNode, FunctionDeclaration, Program, Statement } from 'acorn';
import { declaredHandler } from './declared-handler.ts';

/** What the module's `request` puts into the stash, where it does nothing else and answers `{}`; null for any other. */
export function knownRequest(program: Program): Readonly<Record<string, string>> | null {
  const found = declaredHandler(program, 'request');
  const last = found?.body.body.at(-1);
  if (!found || last?.type !== 'ReturnStatement' || !isEmptyObject(last.argument)) return null;
  if (!found.params.every(({ type }) => type === 'Identifier')) return null;
  const stashed = found.body.body.slice(0, -1).map((statement) => stashedBy(statement, found));
  return stashed.every((entry) => entry !== null) ? Object.fromEntries(stashed) : null;
}

/** `ctx.stash.name = 'text';` */
function stashedBy(
  statement: Statement,
  { params }: FunctionDeclaration,
): [name: string, text: string] | null {
  if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression')
    return null;
  const { left, operator, right } = statement.expression;
  if (operator !== '=' || right.type !== 'Literal' || typeof right.value !== 'string') return null;
  const name = memberName(left);
  if (name === null || left.type !== 'MemberExpression' || memberName(left.object) !== 'stash') return null;
  const [context] = params;
  const { object: owner } = left.object as { object: AnyNode };
  return context?.type === 'Identifier' && owner.type === 'Identifier' && owner.name === context.name
    ? [name, right.value]
    : null;
}

/** `member` of `a.member`, where it is a plain name; null for every other expression. */
function memberName(node: AnyNode): string | null {
  if (node.type !== 'MemberExpression' || node.computed || node.optional) return null;
  return node.property.type === 'Identifier' && /^[A-Za-z]\w*$/.test(node.property.name)
    ? node.property.name
    : null;
}

function isEmptyObject(node: AnyNode | null | undefined): boolean {
  return node?.type === 'ObjectExpression' && node.properties.length === 0;
}
