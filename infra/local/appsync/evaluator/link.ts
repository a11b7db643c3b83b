/**
 * An ES module as a function: imports become parameters, exports its answer. The edits are made at the positions of
 * the syntax tree and keep every line where it was, so that error positions are those of the bundle.
 */
import type { Program } from 'acorn';
import { MODULES } from './surface.ts';

const PARAMETERS: { readonly [specifier: string]: string } = {
  '@aws-appsync/utils': '__appsync_utils',
  '@aws-appsync/utils/dynamodb': '__appsync_dynamodb',
};

export interface LinkedModule {
  /** A function expression that takes the modules of `MODULES`, in order, and answers `{request, response}`. */
  text: string;
  /** Characters that `text` has on its first line before the code's own first line. */
  prefixLength: number;
  exports: ReadonlySet<string>;
}

interface Edit {
  start: number;
  end: number;
}

function nameOf(node: { type: string; name?: string; value?: unknown }): string {
  return node.type === 'Identifier' ? (node.name ?? '') : String(node.value);
}

/** Spaces in place of code, line breaks kept. */
function blank(code: string): string {
  return code.replace(/[^\n\r\u2028\u2029]/g, ' ');
}

/** Links code that `checkResolverCode` has accepted. */
export function linkModule(code: string, program: Program): LinkedModule {
  const edits: Edit[] = [];
  const bindings: string[] = [];
  const exported = new Map<string, string>();
  for (const node of program.body) {
    if (node.type === 'ImportDeclaration') {
      edits.push(node);
      const parameter = PARAMETERS[String(node.source.value)];
      for (const specifier of node.specifiers) {
        const local = specifier.local.name;
        if (specifier.type === 'ImportSpecifier') {
          bindings.push(`const { ${nameOf(specifier.imported)}: ${local} } = ${parameter};`);
        } else bindings.push(`const ${local} = ${parameter};`);
      }
    } else if (node.type === 'ExportNamedDeclaration') {
      if (node.declaration == null) {
        edits.push(node);
        for (const specifier of node.specifiers)
          exported.set(nameOf(specifier.exported), nameOf(specifier.local));
      } else {
        edits.push({ start: node.start, end: node.declaration.start });
        for (const name of declaredNames(node.declaration)) exported.set(name, name);
      }
    }
  }
  const parameters = Object.keys(MODULES).map((specifier) => PARAMETERS[specifier]);
  const prefix = `(function (${parameters.join(', ')}) { "use strict"; ${bindings.join(' ')} `;
  const handlers = ['request', 'response'].filter((name) => exported.has(name));
  const answer = handlers.map((name) => `${name}: ${exported.get(name)}`).join(', ');
  return {
    text: `${prefix}${applyEdits(code, edits)}\nreturn { ${answer} };\n})`,
    prefixLength: prefix.length,
    exports: new Set(exported.keys()),
  };
}

function declaredNames(declaration: {
  type: string;
  id?: unknown;
  declarations?: { id: { type: string } }[];
}): string[] {
  const ids = declaration.declarations?.map(({ id }) => id) ?? [declaration.id as { type: string }];
  return ids.filter((id) => id.type === 'Identifier').map(nameOf);
}

function applyEdits(code: string, edits: readonly Edit[]): string {
  let text = '';
  let at = 0;
  for (const { start, end } of edits) {
    text += code.slice(at, start) + blank(code.slice(start, end));
    at = end;
  }
  return text + code.slice(at);
}
