/**
 * Runs APPSYNC_JS resolver code as AppSync does, in a kept V8 context of its own. Only strings enter and leave:
 * the context as JSON texts and a seed for ids go in, the evaluation comes out as JSON text. No host object is ever
 * inside, so there is nothing to climb out on.
 */
import { randomBytes } from 'node:crypto';
import vm from 'node:vm';
import type { Evaluation, EvaluationContext, LoadedCode, ResolverSource } from '../types.ts';
import { checkParsed, parseResolver } from './check.ts';
import type { Violation } from './check.ts';
import { guestLibrary } from './guest-library.ts';
import { linkModule } from './link.ts';
import { ResolverCodeError } from './violations.ts';

type Evaluate = (handler: 'request' | 'response', moving: string, fixed: string, seed: string) => string;

/** What a handler wrote with `console.log` and `console.error` comes beside the evaluation. */
export interface LoggedEvaluation extends Evaluation {
  logs?: string[];
}

/**
 * Checks the code, and compiles it once: at its first evaluation, so that loading many modules is quick.
 * @throws ResolverCodeError with every violation, when AppSync would refuse the code.
 */
export function loadResolverCode(source: ResolverSource): LoadedCode {
  const parsed = parseResolver(source);
  const violations: Violation[] =
    parsed.program === null ? parsed.violations : checkParsed(source, parsed.program);
  if (parsed.program === null || violations.length > 0) throw new ResolverCodeError(source, violations);
  const linked = linkModule(source.code, parsed.program);
  let compiled: Evaluate | undefined;
  const evaluate: Evaluate = (...given) => {
    compiled ??= compile(source.file, linked.text, linked.prefixLength);
    return compiled(...given);
  };
  return {
    name: source.name,
    hasRequest: linked.exports.has('request'),
    hasResponse: linked.exports.has('response'),
    request: (context) => run(source, evaluate, 'request', context),
    response: (context) => run(source, evaluate, 'response', context),
  };
}

let libraryScript: vm.Script | undefined;

/** Compiles a linked module in a context of its own. For what `checkResolverCode` has not seen, in tests alone. */
export function compile(file: string, linkedText: string, prefixLength: number): Evaluate {
  const context = vm.createContext(vm.constants.DONT_CONTEXTIFY, {
    name: file,
    codeGeneration: { strings: false, wasm: false },
  });
  libraryScript ??= new vm.Script(guestLibrary(), { filename: 'appsync-guest-library.js' });
  const link = libraryScript.runInContext(context) as (body: unknown) => Evaluate;
  const body: unknown = new vm.Script(linkedText, {
    filename: file,
    columnOffset: -prefixLength,
  }).runInContext(context);
  return link(body);
}

const SEED_DIGITS = 64;
const seeds = { digits: '', at: 0 };

/** 32 random bytes as hex, drawn from a pool: one call of the system's generator serves 128 evaluations. */
function nextSeed(): string {
  if (seeds.at >= seeds.digits.length) {
    seeds.digits = randomBytes((SEED_DIGITS / 2) * 128).toString('hex');
    seeds.at = 0;
  }
  seeds.at += SEED_DIGITS;
  return seeds.digits.slice(seeds.at - SEED_DIGITS, seeds.at);
}

/** The texts of contexts' parts that stay, by the context that a field's evaluations share. */
const fixedTexts = new WeakMap<EvaluationContext, { parts: unknown[]; text: string }>();

/** The context as the sandbox takes it (`guest/context.ts`). What stays is written once a field. */
export function contextTexts(context: EvaluationContext): [moving: string, fixed: string] {
  const { identity, request, info, env, prev, ...rest } = context;
  const parts = [identity, request, info, env];
  let fixed = fixedTexts.get(context);
  if (fixed?.parts.some((part, at) => part !== parts[at]) !== false) {
    fixed = { parts, text: JSON.stringify({ identity, request, info, env }) };
    fixedTexts.set(context, fixed);
  }
  const same = prev !== null && prev.result === rest.result && typeof prev.result === 'object';
  return [JSON.stringify({ ...rest, prev: same ? true : prev }), fixed.text];
}

function run(
  source: ResolverSource,
  evaluate: Evaluate,
  handler: 'request' | 'response',
  context: EvaluationContext,
): LoggedEvaluation {
  const text = answer(source, () => evaluate(handler, ...contextTexts(context), nextSeed()));
  const evaluation = JSON.parse(text) as LoggedEvaluation;
  evaluation.value ??= null;
  if (evaluation.logs?.length === 0) delete evaluation.logs;
  return evaluation;
}

/** Nothing but text is taken from the sandbox, not even an error. */
function answer(source: ResolverSource, evaluate: () => unknown): string {
  let text: unknown;
  try {
    text = evaluate();
  } catch {
    text = undefined;
  }
  if (typeof text !== 'string')
    throw new Error(`The sandbox of ${source.name} broke down and gave no answer.`);
  return text;
}
