import { describe, expect, it } from 'vitest';
import { awsSchema } from './aws-schema.ts';
import { buildContract } from './contract.ts';
import { fragments } from './fragments.ts';
import { clearableFields, validationRules, wholeText } from './rules.ts';
import { contractTypes } from './types.ts';

const contract = buildContract(/* GraphQL */ `
  directive @constraint(
    minLength: Int
    maxLength: Int
    pattern: String
    maxItems: Int
    resets: Boolean
  ) on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION

  "A thing."
  type Thing @aws_lambda {
    id: ID!
    name: String!
    note: String
    madeAt: AWSDateTime!
    parts(limit: Int = 20 @constraint(minLength: 1)): PartPage!
    part: Part
    kind: Kind!
    place: String!
  }
  enum Kind {
    SMALL
    LARGE
  }
  type Part {
    name: String!
  }
  type PartPage {
    items: [Part!]!
    next: String
  }
  input PartInput {
    name: String! @constraint(maxLength: 3)
  }
  input CreateThingInput {
    name: String! @constraint(maxLength: 5, pattern: "^[a-z]+$")
    note: String
    parts: [PartInput!] @constraint(maxItems: 2)
    kind: Kind = SMALL
    place: String
  }
  input UpdateThingInput {
    name: String @constraint(maxLength: 5)
    note: String
    kind: Kind
    place: String @constraint(maxLength: 5, resets: true)
  }
  type Query {
    thing(id: ID! @constraint(minLength: 1)): Thing!
  }
  type Mutation {
    createThing(input: CreateThingInput!): Thing!
    updateThing(id: ID!, input: UpdateThingInput!): Thing!
  }
`);

describe('the generator', () => {
  it('leaves @constraint out of what is deployed, and nothing else', () => {
    const deployed = awsSchema(contract);

    expect(deployed).not.toMatch(/^[^#]*@constraint/m);
    expect(deployed).toContain('type Thing @aws_lambda {');
    expect(() => buildContract(deployed)).not.toThrow();
  });

  it('writes the limits of inputs and arguments, and refers to nested inputs', () => {
    const rules = validationRules(contract).replaceAll(/\s+/g, ' ');

    expect(rules).toContain('export const partInput: Rules = {name: { maxLength: 3 },};');
    expect(rules).toContain('parts: { maxItems: 2, fields: partInput },');
    expect(rules).toContain('export const queryThingArguments: Rules = {id: { minLength: 1 },};');
    expect(rules).toContain('export const thingPartsArguments: Rules');
    expect(rules).toContain(
      'export const mutationUpdateThingArguments: Rules = {input: { fields: updateThingInput },};',
    );
  });

  it('lets an update clear what a create does not demand and an answer may lack, and what null resets', () => {
    const update = contract.schema.getType('UpdateThingInput');

    expect([...(clearableFields(contract.schema, update as never) ?? [])]).toEqual(['note', 'place']);
    const rules = validationRules(contract);
    expect(rules).toContain('name: { notNull: true, maxLength: 5 }');
    expect(rules).toContain('kind: { notNull: true }');
    expect(rules).toContain('place: { maxLength: 5 }');
  });

  it('writes the defaults of a create, for fields that are null', () => {
    expect(validationRules(contract)).toContain('export const createThingInputDefaults = {kind: "SMALL",};');
  });

  it.each([
    ['^[a-z]+$', ['abc'], ['abc\n', 'ab1', '']],
    ['^https?:', ['https://a', 'http:\nx'], ['ftp://a', ' https:']],
  ])('spells %s out so that searching and matching agree', (pattern, good, bad) => {
    const searched = new RegExp(wholeText(pattern));
    const matched = new RegExp(`^(?:${wholeText(pattern)})$`);

    for (const text of good) expect([searched.test(text), matched.test(text)]).toEqual([true, true]);
    for (const text of bad) expect([searched.test(text), matched.test(text)]).toEqual([false, false]);
  });

  it('refuses a pattern that does not say where it begins', () => {
    expect(() => wholeText('[a-z]+$')).toThrow('must begin with ^');
  });

  it('writes a fragment a type, without fields that take arguments and without pages', () => {
    const text = fragments(contract);

    expect(text).toContain('fragment Thing on Thing { id name note madeAt part { ...Part } kind place }');
    expect(text).not.toContain('PartPage');
  });

  it('writes types with every answered field and optional input fields', async () => {
    const types = await contractTypes(contract);

    expect(types).toMatch(/note: Maybe<Scalars\['String'\]\['output'\]>;/);
    expect(types).toMatch(/note\?: InputMaybe<Scalars\['String'\]\['input'\]>;/);
    expect(types).toMatch(/AWSDateTime: \{ input: string; output: string; \}/);
  });

  it('refuses inputs that refer to themselves', () => {
    const looped = buildContract('input A { b: B } input B { a: A } type Query { a(a: A): Int }');

    expect(() => validationRules(looped)).toThrow('A > B > A');
  });
});
