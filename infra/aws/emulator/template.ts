/** Templates without some of their resources. */

export interface CfnTemplate {
  Resources: Record<string, CfnResource>;
  Outputs?: Record<string, unknown>;
  [section: string]: unknown;
}
export interface CfnResource {
  Type: string;
  Properties?: object;
  DependsOn?: string | string[];
  [attribute: string]: unknown;
}

/**
 * The template without these resources. What is left of it is as it was, but for what named them: a `DependsOn` loses
 * them, and a reference to one becomes a text that says which, so that what only points there can still be made.
 */
export function without(template: CfnTemplate, dropped: ReadonlySet<string>): CfnTemplate {
  if (dropped.size === 0) return template;
  const Resources = Object.fromEntries(
    Object.entries(template.Resources)
      .filter(([id]) => !dropped.has(id))
      .map(([id, { DependsOn, ...resource }]) => {
        const kept = [DependsOn ?? []].flat().filter((name) => !dropped.has(name));
        return [id, { ...resource, ...(kept.length > 0 && { DependsOn: kept }) }];
      }),
  );
  return unreferenced({ ...template, Resources }, dropped) as CfnTemplate;
}

/** Logical ids of the resources of these types. */
export const idsOf = ({ Resources }: CfnTemplate, types: ReadonlySet<string>): string[] =>
  Object.entries(Resources).flatMap(([id, { Type }]) => (types.has(Type) ? [id] : []));

function unreferenced(node: unknown, dropped: ReadonlySet<string>): unknown {
  if (Array.isArray(node)) return node.map((entry) => unreferenced(entry, dropped));
  if (typeof node !== 'object' || node === null) return node;
  const target = targetOf(node as Record<string, unknown>);
  if (target !== undefined && dropped.has(target)) return `not-made-${target}`;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, unreferenced(value, dropped)]));
}

/** The logical id that a `Ref` or an `Fn::GetAtt` names. */
function targetOf(node: Record<string, unknown>): string | undefined {
  if (Object.keys(node).length !== 1) return undefined;
  if (typeof node['Ref'] === 'string') return node['Ref'];
  const attribute = node['Fn::GetAtt'];
  if (typeof attribute === 'string') return attribute.split('.')[0];
  return Array.isArray(attribute) && typeof attribute[0] === 'string' ? attribute[0] : undefined;
}
