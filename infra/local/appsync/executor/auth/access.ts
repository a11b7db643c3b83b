/**
 * Which authorization modes may read a field.
 * A directive on the field overrides that on its type; without either, the default mode alone may read it.
 * AppSync developer guide, "Using additional authorization modes".
 */
import type { DirectiveNode, GraphQLField, GraphQLObjectType } from 'graphql';
import { valueFromASTUntyped } from 'graphql';
import type { Mode } from '../options.ts';
import type { Caller } from '../request-context.ts';

/** The modes that may read a field, with the Cognito groups that user pools' callers must be in (null: any). */
export interface FieldAccess {
  modes: ReadonlySet<Mode>;
  groups: ReadonlySet<string> | null;
}

const MODE_OF: Record<string, Mode> = {
  aws_api_key: 'API_KEY',
  aws_iam: 'AWS_IAM',
  aws_oidc: 'OPENID_CONNECT',
  aws_lambda: 'AWS_LAMBDA',
  aws_cognito_user_pools: 'AMAZON_COGNITO_USER_POOLS',
  aws_auth: 'AMAZON_COGNITO_USER_POOLS',
};

function groupsOf(directive: DirectiveNode): string[] {
  const argument = directive.arguments?.find(({ name }) => name.value === 'cognito_groups');
  const value = argument ? valueFromASTUntyped(argument.value) : [];
  return (Array.isArray(value) ? value : [value]).map(String);
}

function accessFrom(directives: readonly DirectiveNode[] | undefined): FieldAccess | null {
  const modes = new Set<Mode>();
  let groups: Set<string> | null = null;
  for (const directive of directives ?? []) {
    const mode = MODE_OF[directive.name.value];
    if (mode === undefined) continue;
    modes.add(mode);
    const named = mode === 'AMAZON_COGNITO_USER_POOLS' ? groupsOf(directive) : [];
    if (named.length > 0) groups = new Set([...(groups ?? []), ...named]);
  }
  return modes.size === 0 ? null : { modes, groups };
}

/** Who may read `field` of `type`, by its directives and the API's default mode. */
export function fieldAccess(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  defaultMode: Mode,
): FieldAccess {
  return (
    accessFrom(field.astNode?.directives) ??
    accessFrom(typeDirectives(type)) ?? { modes: new Set([defaultMode]), groups: null }
  );
}

function typeDirectives(type: GraphQLObjectType): DirectiveNode[] {
  return [type.astNode, ...type.extensionASTNodes].flatMap((node) => node?.directives ?? []);
}

/** Whether every caller whom the API lets in may read the field. */
export function isOpen({ modes, groups }: FieldAccess, enabled: readonly Mode[]): boolean {
  return groups === null && enabled.every((mode) => modes.has(mode));
}

/** Whether this caller may read the field. */
export function mayAccess({ modes, groups }: FieldAccess, caller: Caller): boolean {
  if (!modes.has(caller.mode)) return false;
  if (groups === null || caller.mode !== 'AMAZON_COGNITO_USER_POOLS') return true;
  return caller.groups.some((group) => groups.has(group));
}
