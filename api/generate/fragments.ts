import { getNamedType, isObjectType, type GraphQLObjectType } from 'graphql';
import type { Contract } from './contract.ts';

/**
 * One fragment an object type, of the type's name: every field without arguments, nested objects by their own fragments.
 * Pages of lists have none, since an operation decides what their `items` show.
 */
export function fragments({ schema }: Contract): string {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const types = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !type.name.startsWith('__') && !roots.includes(type) && !isPage(type));
  return `# Generated from schema.graphql: one fragment an object type.\n\n${types.map(fragment).join('\n')}`;
}

/** Whether a type is one page of a list: `items` and the cursor `next`. */
export function isPage(type: GraphQLObjectType): boolean {
  return Object.keys(type.getFields()).sort().join() === 'items,next';
}

/** Whether a type is a list in pages, with or without more beside its `items`. */
export const hasNext = (type: GraphQLObjectType): boolean =>
  ['items', 'next'].every((name) => Object.hasOwn(type.getFields(), name));

function fragment(type: GraphQLObjectType): string {
  const selections = Object.values(type.getFields())
    .filter(({ args }) => args.length === 0)
    .map((field) => {
      const nested = getNamedType(field.type);
      return isObjectType(nested) ? `${field.name} { ...${nested.name} }` : field.name;
    });
  return `fragment ${type.name} on ${type.name} { ${selections.join(' ')} }\n`;
}
