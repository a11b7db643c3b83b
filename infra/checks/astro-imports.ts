/** Applies the rooms to the imports of .astro files, in the frontmatter and in `<script>` elements. */
import { posix } from 'node:path';
import { isBuiltin } from 'node:module';
import ts from 'typescript';
import type { Problem } from './problem.ts';
import { brokenRules, type RoomRule } from './rooms.ts';

/** What an .astro file imports: the specifiers as they are written, with the line of each. */
export function astroImports(text: string): { specifier: string; line: number }[] {
  const found: { specifier: string; line: number }[] = [];
  for (const { code, offset } of [frontmatter(text), ...scripts(text)]) {
    for (const { fileName, pos } of ts.preProcessFile(code, true, true).importedFiles) {
      found.push({ specifier: fileName, line: lineOf(text, offset + pos) });
    }
  }
  for (const { 0: tag, 1: specifier = '', index } of text.matchAll(/<script\b[^>]*?\ssrc="([^"{]+)"/g)) {
    found.push({ specifier, line: lineOf(text, index + tag.length) });
  }
  return found;
}

/** The imports of one .astro file that a room forbids. */
export function forbiddenAstroImports(rules: readonly RoomRule[], path: string, text: string): Problem[] {
  return astroImports(text).flatMap(({ specifier, line }) =>
    brokenRules(rules, path, resolved(path, specifier)).map(({ name, comment }) => ({
      place: `${path}:${line}`,
      message: `${name}: ${comment} Received: import of "${specifier}"`,
    })),
  );
}

/** The specifier as dependency-cruiser writes it: relative to the repository, packages below node_modules. */
function resolved(from: string, specifier: string): string {
  if (specifier.startsWith('#')) return specifier.slice(1);
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  if (isBuiltin(specifier) || /^[a-z]+:/.test(specifier) || specifier.startsWith('/')) return specifier;
  return `node_modules/${specifier}/`;
}

function frontmatter(text: string): { code: string; offset: number } {
  const found = /^\s*---\r?\n([\s\S]*?)\r?\n---/.exec(text);
  const code = found?.[1] ?? '';
  return { code, offset: text.indexOf(code) };
}

function scripts(text: string): { code: string; offset: number }[] {
  return [...text.matchAll(/(<script\b[^>]*>)([\s\S]*?)<\/script>/g)].map(
    ({ 1: tag = '', 2: code = '', index }) => ({
      code,
      offset: index + tag.length,
    }),
  );
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
