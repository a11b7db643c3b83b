/** Some resources of a synthesised template, created in an emulator as they stand there. */
import type { Template } from 'aws-cdk-lib/assertions';
import { type Created, createStack } from './create-stack.ts';
import type { OpenEmulator } from './emulator.ts';
import { type CfnTemplate, without } from './template.ts';

/**
 * Creates the resources of these types. What they name of the rest of the template is replaced by a text that says so.
 * @throws Error when one of them is refused
 */
export async function createPart(
  emulator: OpenEmulator,
  stackName: string,
  template: Template,
  types: readonly string[],
): Promise<Created[]> {
  const whole = template.toJSON() as CfnTemplate & { Parameters?: object };
  const others = Object.entries(whole.Resources).flatMap(([id, { Type }]) =>
    types.includes(Type) ? [] : [id],
  );
  const { Resources } = without(whole, new Set([...others, ...Object.keys(whole.Parameters ?? {})]));
  const { created, leftOut } = await createStack(emulator, stackName, { Resources });
  if (leftOut.length > 0) throw new Error(`The emulator refused ${JSON.stringify(leftOut, null, 2)}`);
  return created;
}

/** Names of the resources of a type. */
export const namesOf = (created: readonly Created[], type: string): string[] =>
  created.filter((one) => one.type === type).map(({ physicalId }) => physicalId);
