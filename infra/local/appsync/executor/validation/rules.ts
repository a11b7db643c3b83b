/**
 * graphql-js's validation rules, telling their findings in AppSync's words:
 * "Validation error of type FieldUndefined: Field 'x' in type 'Query' is undefined @ 'x'".
 * A rule without an entry in WORDS keeps graphql-js's sentence inside the same frame.
 */
import type { ASTNode, GraphQLError, ValidationContext, ValidationRule } from 'graphql';
import { GraphQLError as Failure, Kind, NoFragmentCyclesRule, getNamedType, specifiedRules } from 'graphql';
import { graphqlJavaText } from './values.ts';

/** Where the walk through the document stands. */
export interface Position {
  /** Field names from the operation down: the path after "@". */
  fields: string[];
  /** The argument, then the names of the input fields below it. */
  input: string[];
  /** The field path of each use of a variable, for rules that report when the operation ends. */
  uses: Map<ASTNode, string[]>;
}

interface Wording {
  type: string;
  say?(error: GraphQLError, context: ValidationContext, at: Position): string;
}

/** The n-th name that graphql-js put between double quotes. */
function quoted(error: GraphQLError, index = 0): string {
  return [...error.message.matchAll(/"([^"]*)"/g)][index]?.[1]?.replace(/^[$@]/, '') ?? '';
}

const WORDS: Record<string, Wording> = {
  FieldsOnCorrectTypeRule: {
    type: 'FieldUndefined',
    say: (error, context) =>
      `Field '${quoted(error)}' in type '${context.getParentType()?.name}' is undefined`,
  },
  KnownTypeNamesRule: { type: 'UnknownType', say: (error) => `Unknown type ${quoted(error)}` },
  ScalarLeafsRule: {
    type: 'SubSelectionRequired',
    say: (_, context, at) => {
      const type = context.getType();
      return `Sub selection required for type ${type ? getNamedType(type).name : 'null'} of field ${at.fields.at(-1)}`;
    },
  },
  ProvidedRequiredArgumentsRule: {
    type: 'MissingFieldArgument',
    say: (error) => `Missing field argument ${quoted(error, 1)}`,
  },
  KnownArgumentNamesRule: {
    type: 'UnknownArgument',
    say: (error) => `Unknown field argument ${quoted(error)}`,
  },
  ValuesOfCorrectTypeRule: { type: 'WrongType', say: wrongType },
  NoUndefinedVariablesRule: {
    type: 'UndefinedVariable',
    say: (error) => `Undefined variable '${quoted(error)}'`,
  },
  NoUnusedVariablesRule: {
    type: 'UnusedVariable',
    say: (error) => `Unused variable '${quoted(error)}'`,
  },
  KnownFragmentNamesRule: {
    type: 'UndefinedFragment',
    say: (error) => `Undefined fragment '${quoted(error)}'`,
  },
  NoUnusedFragmentsRule: {
    type: 'UnusedFragment',
    say: (error) => `Unused fragment '${quoted(error)}'`,
  },
  VariablesInAllowedPositionRule: {
    type: 'VariableTypeMismatch',
    say: (error) => `Variable type '${quoted(error, 1)}' doesn't match expected type '${quoted(error, 2)}'`,
  },
  VariablesAreInputTypesRule: { type: 'NonInputTypeOnVariable' },
  OverlappingFieldsCanBeMergedRule: { type: 'FieldsConflict' },
  KnownDirectivesRule: {
    type: 'UnknownDirective',
    say: (error) => `Unknown directive ${quoted(error)}`,
  },
  LoneAnonymousOperationRule: { type: 'LoneAnonymousOperationViolation' },
  UniqueOperationNamesRule: { type: 'DuplicateOperationName' },
  UniqueFragmentNamesRule: { type: 'DuplicateFragmentName' },
  UniqueArgumentNamesRule: { type: 'DuplicateArgumentNames' },
  UniqueVariableNamesRule: { type: 'DuplicateVariableName' },
  UniqueDirectivesPerLocationRule: { type: 'DuplicateDirectiveName' },
  UniqueInputFieldNamesRule: { type: 'DuplicateInputFieldName' },
  NoFragmentCyclesRule: { type: 'FragmentCycle' },
  PossibleFragmentSpreadsRule: { type: 'InvalidFragmentType' },
  FragmentsOnCompositeTypesRule: { type: 'FragmentTypeConditionInvalid' },
  ExecutableDefinitionsRule: { type: 'NonExecutableDefinition' },
  SingleFieldSubscriptionsRule: { type: 'SubscriptionMultipleRootFields' },
};

function wrongType(error: GraphQLError, context: ValidationContext, at: Position): string {
  const node = error.nodes?.[0];
  const value = node ? graphqlJavaText(node) : '';
  const argument = `argument '${at.input.join('.')}' with value '${value}'`;
  const missing = /^Field "\w+\.(\w+)" of required type/.exec(error.message);
  if (missing) return `${argument} is missing required fields '[${missing[1]}]'`;
  const unknown = /^Field "(\w+)" is not defined by type "(\w+)"/.exec(error.message);
  if (unknown) return `${argument} contains a field not in '${unknown[2]}': '${unknown[1]}'`;
  const expected = context.getInputType();
  if (node?.kind === Kind.NULL) return `${argument} must not be null`;
  return `${argument} is not a valid '${expected ? getNamedType(expected).name : 'null'}'`;
}

/** ScalarLeafsRule finds two faults; the second has its own name. */
function wordingOf(rule: string, error: GraphQLError): Wording | undefined {
  if (rule === 'ScalarLeafsRule' && error.message.includes('must not have a selection'))
    return {
      type: 'SubSelectionNotAllowed',
      say: (_, context, at) =>
        `Sub selection not allowed on leaf type ${String(context.getType())} of field ${at.fields.at(-1)}`,
    };
  return WORDS[rule];
}

function inAppSyncWords(rule: ValidationRule, at: Position): ValidationRule {
  return (context) => {
    const reporting = Object.create(context, {
      reportError: {
        value(error: GraphQLError) {
          const wording = wordingOf(rule.name, error);
          const type = wording?.type ?? rule.name.replace(/Rule$/, '');
          const said = wording?.say?.(error, context, at) ?? error.message;
          const use = error.nodes?.find((node) => at.uses.has(node));
          const path = (use && at.uses.get(use)) ?? at.fields;
          const where = path.length > 0 ? ` @ '${path.join('/')}'` : '';
          context.reportError(
            new Failure(`Validation error of type ${type}: ${said}${where}`, {
              nodes: use ?? error.nodes,
            }),
          );
        },
      },
    }) as ValidationContext;
    return rule(reporting);
  };
}

const POSITION_OF: Partial<Record<ASTNode['kind'], 'fields' | 'input'>> = {
  Field: 'fields',
  Argument: 'input',
  ObjectField: 'input',
};

function nameOf(node: ASTNode): string {
  return 'name' in node && node.name && 'value' in node.name ? node.name.value : '';
}

/** With introspection off, AppSync knows neither `__schema` nor `__type`. */
function noIntrospection(context: ValidationContext): ReturnType<ValidationRule> {
  return {
    Field(node) {
      const name = node.name.value;
      if (name !== '__schema' && name !== '__type') return;
      const parent = context.getParentType()?.name;
      context.reportError(
        new Failure(
          `Validation error of type FieldUndefined: Field '${name}' in type '${parent}' is undefined @ '${name}'`,
          { nodes: node },
        ),
      );
    },
  };
}

/** The rules of a document whose fragments form a cycle: the others would have to walk it. */
export function cycleRules(): ValidationRule[] {
  return [inAppSyncWords(NoFragmentCyclesRule, { fields: [], input: [], uses: new Map() })];
}

/** The rules of one validation. They keep the walk's position between them: make new ones for each document. */
export function validationRules(introspection: boolean): ValidationRule[] {
  const at: Position = { fields: [], input: [], uses: new Map() };
  const enter: ValidationRule = () => ({
    enter(node) {
      const list = POSITION_OF[node.kind];
      if (list) at[list].push(nameOf(node));
      if (node.kind === 'Variable') at.uses.set(node, [...at.fields]);
    },
  });
  const leave: ValidationRule = () => ({
    leave(node) {
      const list = POSITION_OF[node.kind];
      if (list) at[list].pop();
    },
  });
  const rules = specifiedRules.map((rule) => inAppSyncWords(rule, at));
  return [enter, ...rules, ...(introspection ? [] : [noIntrospection]), leave];
}
