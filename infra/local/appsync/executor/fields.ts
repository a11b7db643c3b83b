/** Puts resolvers, authorization and limits on the fields of the schema, once, when the API is created. */
import type { GraphQLFieldResolver, GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import type { Json, JsonObject } from '../types.ts';
import type { FieldAccess } from './auth/access.ts';
import { fieldAccess, isOpen, mayAccess } from './auth/access.ts';
import { FieldError } from './errors.ts';
import type { Mode } from './options.ts';
import type { RequestContext } from './request-context.ts';
import type { ResolveField } from './resolver.ts';
import { objectTypes } from './schema/build.ts';

type FieldResolver = GraphQLFieldResolver<unknown, RequestContext>;

export interface FieldOptions {
  defaultMode: Mode;
  enabledModes: readonly Mode[];
  /** Resolvers by `Type.field`. */
  resolvers: ReadonlyMap<string, ResolveField>;
  resolverCountLimit: number;
}

/** Changes the fields of `schema` in place. A field that needs neither resolver nor check keeps none. */
export function attachFields(schema: GraphQLSchema, options: FieldOptions): void {
  for (const type of objectTypes(schema)) {
    for (const field of Object.values(type.getFields())) {
      const access = fieldAccess(type, field, options.defaultMode);
      const guard = isOpen(access, options.enabledModes) ? null : access;
      const resolve = options.resolvers.get(`${type.name}.${field.name}`);
      if (resolve) field.resolve = resolved(resolve, guard, options.resolverCountLimit);
      else if (guard) field.resolve = guarded(guard);
    }
  }
}

function resolved(resolve: ResolveField, guard: FieldAccess | null, limit: number): FieldResolver {
  return (source, args, request, info) => {
    checkField(request, info, guard);
    request.resolverCount += 1;
    if (request.resolverCount > limit)
      throw new FieldError(`Resolver count limit of ${limit} reached.`, 'ResolverExecutionLimitReached');
    return resolve(source as Json, args as JsonObject, request, info);
  };
}

function guarded(guard: FieldAccess): FieldResolver {
  return (source, _args, request, info) => {
    checkField(request, info, guard);
    return property(source, info);
  };
}

/** The default: the property of the source that has the field's name. */
export const readProperty: FieldResolver = (source, _args, _request, info) => property(source, info);

/** The default where this operation is under a depth limit or the authorizer denied fields. */
export const readPropertyChecked: FieldResolver = (source, _args, request, info) => {
  checkField(request, info, null);
  return property(source, info);
};

function property(source: unknown, info: GraphQLResolveInfo): unknown {
  return source !== null && typeof source === 'object'
    ? (source as Record<string, unknown>)[info.fieldName]
    : undefined;
}

/** @throws FieldError when the caller may not read the field or it lies too deep. */
function checkField(request: RequestContext, info: GraphQLResolveInfo, guard: FieldAccess | null): void {
  const { caller, depthLimit } = request;
  const field = `${info.parentType.name}.${info.fieldName}`;
  if ((guard && !mayAccess(guard, caller)) || caller.deniedFields?.has(field))
    throw new FieldError(
      `Not Authorized to access ${info.fieldName} on type ${info.parentType.name}`,
      'Unauthorized',
    );
  if (depthLimit > 0 && levelOf(info) > depthLimit)
    throw new FieldError(`Query depth limit of ${depthLimit} reached.`, 'QueryDepthLimitReached');
}

/** The level of a field in its operation, from 1. List indexes are no levels. */
function levelOf(info: GraphQLResolveInfo): number {
  let level = 0;
  for (let path: typeof info.path | undefined = info.path; path; path = path.prev)
    if (typeof path.key === 'string') level += 1;
  return level;
}
