/**
 * Runs APPSYNC_JS resolver code as AppSync does, in a kept V8 context. Only strings enter and leave:
 * the context as JSON texts and a seed for ids go in, the evaluation comes out as JSON text. No host object is ever
 * inside, so there is nothing to climb out on.
 */
import { randomBytes } from 'node:crypto';
import vm from 'node:vm';
import type {
  Evaluation,
  EvaluationContext,
  Info,
  Json,
  JsonObject,
  LoadedCode,
  ResolverSource,
} from '../types.ts';
import { checkParsed, parseResolver } from './check.ts';
import type { Violation } from './check.ts';
import type { Evaluate } from './guest/index.ts';
import { guestLibrary } from './guest-library.ts';
import { knownRequest } from './known-request.ts';
import { linkModule } from './link.ts';
import { responsePassesOn } from './passes-on.ts';
import { ResolverCodeError } from './violations.ts';

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
  const passesOn = responsePassesOn(parsed.program);
  const stashed = knownRequest(parsed.program);
  let compiled: Evaluate | undefined;
  const evaluate: Evaluate = (...given) => {
    compiled ??= compile(source.file, linked.text, linked.prefixLength);
    return compiled(...given);
  };
  return {
    name: source.name,
    hasRequest: linked.exports.has('request'),
    hasResponse: linked.exports.has('response'),
    request: (context) =>
      stashed === null
        ? run(source, evaluate, 'request', context)
        : answered({ ...context.stash, ...stashed }, {}),
    response: (context) =>
      passesOn && context.prev !== null
        ? answered(context.stash, context.prev.result)
        : run(source, evaluate, 'response', context),
  };
}

/** Answers the evaluation of a linked module: what `guest/index.ts` exports. */
type Link = (body: unknown) => Evaluate;

interface Sandbox {
  context: vm.Context;
  link: Link;
}

function openSandbox(): Sandbox {
  const context = vm.createContext(vm.constants.DONT_CONTEXTIFY, {
    name: 'APPSYNC_JS',
    codeGeneration: { strings: false, wasm: false },
  });
  const library = new vm.Script(guestLibrary(), { filename: 'appsync-guest-library.js' });
  return { context, link: library.runInContext(context) as Link };
}

/**
 * The one context of all modules. Everything in it is frozen, and a module runs from its top in each evaluation, so one
 * leaves nothing to the next, its own or another's. What the library has warmed up for one serves all.
 */
let sandbox: Sandbox | undefined;

/** Compiles a linked module. For what `checkResolverCode` has not seen, in tests alone. */
export function compile(file: string, linkedText: string, prefixLength: number): Evaluate {
  const { context, link } = (sandbox ??= openSandbox());
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

/** The text of what all fields of a call share, by the headers that it came with. */
const callTexts = new WeakMap<object, Pick<EvaluationContext, 'identity' | 'env'> & { text: string }>();

/** `ctx.info` as text, by the one that a field's evaluations share. */
const infoTexts = new WeakMap<Info, string>();

/** The context as the sandbox takes it (`guest/context.ts`). What stays is written once. */
export function contextTexts(context: EvaluationContext): [moving: string, info: string, call: string] {
  const { identity, request, info, env, prev, result } = context;
  let call = callTexts.get(request.headers);
  if (call?.identity !== identity || call.env !== env) {
    call = { identity, env, text: JSON.stringify({ identity, request, env }) };
    callTexts.set(request.headers, call);
  }
  let infoText = infoTexts.get(info);
  if (infoText === undefined) {
    infoText = JSON.stringify(info);
    infoTexts.set(info, infoText);
  }
  const same = prev !== null && prev.result === result && typeof result === 'object';
  const moving = {
    arguments: context.arguments,
    source: context.source,
    stash: context.stash,
    error: context.error,
    authType: context.authType,
    result,
    prev: same ? true : prev,
  };
  return [JSON.stringify(moving), infoText, call.text];
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
  return evaluation;
}

/** What a handler comes to that answers `value`, and does nothing beside. */
function answered(stash: JsonObject, value: Json): Evaluation {
  return {
    value,
    stash,
    earlyReturn: null,
    error: null,
    appendedErrors: [],
    responseHeaders: {},
    extensions: [],
  };
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
