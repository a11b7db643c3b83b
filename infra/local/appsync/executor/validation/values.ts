import type { ASTNode } from 'graphql';
import { Kind, print } from 'graphql';

/**
 * A literal as graphql-java prints its syntax tree, which AppSync's messages show:
 * `StringValue{value='x'}`, `ObjectValue{objectFields=[ObjectField{name='a', value=IntValue{value=1}}]}`.
 */
export function graphqlJavaText(node: ASTNode): string {
  switch (node.kind) {
    case Kind.STRING:
      return `StringValue{value='${node.value}'}`;
    case Kind.INT:
    case Kind.FLOAT:
      return `${node.kind}{value=${node.value}}`;
    case Kind.BOOLEAN:
      return `BooleanValue{value=${node.value}}`;
    case Kind.ENUM:
      return `EnumValue{name='${node.value}'}`;
    case Kind.NULL:
      return 'NullValue{}';
    case Kind.VARIABLE:
      return `VariableReference{name='${node.name.value}'}`;
    case Kind.LIST:
      return `ArrayValue{values=[${node.values.map(graphqlJavaText).join(', ')}]}`;
    case Kind.OBJECT:
      return `ObjectValue{objectFields=[${node.fields.map(graphqlJavaText).join(', ')}]}`;
    case Kind.OBJECT_FIELD:
      return `ObjectField{name='${node.name.value}', value=${graphqlJavaText(node.value)}}`;
    default:
      return print(node);
  }
}
