import { Kind, print, visit } from 'graphql';
import type { Contract } from './contract.ts';

/** The contract as it is deployed: AppSync refuses directives it does not know, so `@constraint` is left out. */
export function awsSchema({ document }: Contract): string {
  const deployed = visit(document, {
    Directive: (node) => (node.name.value === 'constraint' ? null : undefined),
    DirectiveDefinition: (node) => (node.name.value === 'constraint' ? null : undefined),
  });
  if (deployed.kind !== Kind.DOCUMENT) throw new Error('The contract is empty.');
  return `# Generated from schema.graphql: the contract without @constraint.\n\n${print(deployed)}\n`;
}
