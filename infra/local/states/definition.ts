/**
 * A state machine's definition, made ready to run here: placeholders become functions' ARNs, as CloudFormation's
 * `DefinitionSubstitutions` do, and what the engine would silently do otherwise than AWS is refused by name.
 */
import type { StateMachineDefinition } from 'aws-local-stepfunctions';
import type { StateMachineRow } from '#infra/inventory.types.ts';

/** A Task of a definition, wherever it stands. */
export interface Task {
  state: string;
  /** The function of the inventory that does it. */
  function: string;
}

export interface Machine {
  definition: StateMachineDefinition;
  tasks: Task[];
}

type Json = Record<string, unknown>;

/** Members that only JSONata states have. https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html */
const JSONATA_ONLY = ['Arguments', 'Assign', 'Output', 'Condition', 'Items', 'BatchInput'];
const ARN = 'arn:aws:lambda:local:000000000000:function:';

export const functionArn = (name: string): string => `${ARN}${name}`;

/**
 * @param text the definition's JSON
 * @throws Error that names what cannot run: JSONata, a placeholder or Resource that the inventory does not name, a
 *   Task without a time limit, two states of one name
 */
export function readDefinition(row: StateMachineRow, text: string): Machine {
  const substituted = text.replaceAll(/\$\{(\w+)\}/g, (_whole, placeholder: string) => {
    const name = row.tasks[placeholder];
    if (name) return functionArn(name);
    throw problem(
      row,
      `names \${${placeholder}}, which its row does not. The row has: ${Object.keys(row.tasks).join(', ')}`,
    );
  });
  const definition = JSON.parse(substituted) as Json;
  refuseJsonata(row, 'The definition', definition);
  const functions = new Set(Object.values(row.tasks));
  const tasks: Task[] = [];
  const names = new Set<string>();
  for (const [name, state] of statesOf(definition)) {
    // The engine is given the functions by the names of states, so that these must differ in the whole definition.
    if (names.has(name)) throw problem(row, `has two states named "${name}"`);
    names.add(name);
    refuseJsonata(row, `"${name}"`, state);
    if (state['Type'] === 'Task') tasks.push(taskOf(row, name, state, functions));
  }
  return { definition: definition as unknown as StateMachineDefinition, tasks };
}

function taskOf(row: StateMachineRow, state: string, task: Json, functions: ReadonlySet<string>): Task {
  const resource = String(task['Resource']);
  const name = resource.startsWith(ARN) ? resource.slice(ARN.length) : undefined;
  if (name === undefined || !functions.has(name))
    throw problem(row, `"${state}" has a Resource that the inventory does not name: ${resource}`);
  if (typeof task['TimeoutSeconds'] !== 'number')
    throw problem(row, `"${state}" needs TimeoutSeconds: without it AWS waits for years`);
  return { state, function: name };
}

/** Every state, those within Map and Parallel states as well. */
function* statesOf(machine: Json): Iterable<[string, Json]> {
  for (const [name, state] of Object.entries((machine['States'] ?? {}) as Record<string, Json>)) {
    yield [name, state];
    const inner = state['ItemProcessor'] ?? state['Iterator'];
    if (inner) yield* statesOf(inner as Json);
    for (const branch of (state['Branches'] ?? []) as Json[]) yield* statesOf(branch);
  }
}

function refuseJsonata(row: StateMachineRow, where: string, part: Json): void {
  if (part['QueryLanguage'] !== undefined && part['QueryLanguage'] !== 'JSONPath')
    throw problem(row, `${where} asks for ${String(part['QueryLanguage'])}. Write it in JSONPath`);
  const found = JSONATA_ONLY.find((member) => member in part);
  if (found) throw problem(row, `${where} has ${found}, which belongs to JSONata. Write it in JSONPath`);
}

const problem = (row: StateMachineRow, what: string): Error =>
  new Error(`State machine ${row.name} (${row.definition}): ${what}.`);
