/** `access.gen.md`: which principal may do what, on which key prefix and resource, from the policies of the templates. */
import { type PolicyStatement, statementsIn, type TemplateJson } from './policies.ts';

/** A statement of a template, with the name of whose it is. */
export interface OwnedStatement extends PolicyStatement {
  /** A function's or machine's own name, else what its logical id says: `ApiPublicTable`. */
  name: string;
}

/** Logical ids end with eight digits of a hash. */
const withoutHash = (id: string): string => id.replaceAll(/(?:Role)?[0-9A-F]{8}(?=[^0-9A-Za-z]|$)/g, '');

/** Statements with the names of their owners. Roles of functions and machines say theirs before a colon. */
export function ownedStatements(template: TemplateJson): OwnedStatement[] {
  const nameOf = (owner: string): string => {
    const { Description } = template.Resources[owner]?.Properties ?? {};
    const [, said] = (typeof Description === 'string' && /^([a-z][\w-]*): /.exec(Description)) || [];
    return said ?? withoutHash(owner.replaceAll(/[<>]/g, ''));
  };
  return statementsIn(template).map((statement) => ({ ...statement, name: nameOf(statement.owner) }));
}

/** What every function may do, and what nobody need read. */
const OF_ALL = /^(?:logs:|xray:)/;
const KEYS = 'dynamodb:LeadingKeys';

type Row = readonly string[];

function table(title: string, text: string, header: Row, rows: Row[]): string {
  const lines = [...new Set(rows.map(line))].toSorted();
  return [`## ${title}`, '', text, '', line(header), line(header.map(() => '---')), ...lines, ''].join('\n');
}
const line = (cells: Row): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
const code = (texts: readonly string[]): string => texts.map((text) => `\`${text}\``).join(', ');
const short = (resource: string): string =>
  withoutHash(resource)
    .replace(/^arn:(?:<AWS::Partition>|aws):/, '')
    .replaceAll('<AWS::AccountId>', 'account')
    .replace(/^s3:::/, '');
const verbs = (actions: readonly string[], service: string): string =>
  code(actions.map((action) => action.replace(`${service}:`, '')));

/** The file's text. */
export function accessTable(templates: Record<string, TemplateJson>): string {
  const all = Object.values(templates).flatMap(ownedStatements);
  const roles = all.filter(({ kind, effect }) => kind === 'role' && effect === 'Allow');
  const of = (service: string) =>
    roles.filter(({ actions }) => actions.some((action) => action.startsWith(`${service}:`)));
  const rest = roles.filter(
    ({ actions }) => !actions.every((action) => /^(?:dynamodb|s3):/.test(action) || OF_ALL.test(action)),
  );
  return [
    '# Who may do what',
    '',
    'Generated from the templates of prod by `node infra/aws/record.ts`; a test fails when it is stale. Principals are functions, state machines and the roles of constructs; every function may also write its own log and traces.',
    '',
    table(
      'The table',
      'By the first part of the partition key (`dynamodb:LeadingKeys`); each role may read or write no other item, and cannot ask without naming a key. A dash: the action has no items.',
      ['principal', 'key prefixes', 'actions', 'indexes'],
      of('dynamodb').map(({ name, actions, resources, conditions }) => [
        name,
        code(conditions['ForAllValues:StringLike']?.[KEYS] ?? []) || '-',
        verbs(actions, 'dynamodb'),
        code(resources.flatMap((resource) => /\/index\/(\w+)$/.exec(resource)?.[1] ?? [])),
      ]),
    ),
    table(
      'The buckets',
      'By the beginning of an object’s key.',
      ['principal', 'objects', 'actions'],
      of('s3').map(({ name, actions, resources }) => [
        name,
        code(resources.map(short)),
        verbs(actions, 's3'),
      ]),
    ),
    table(
      'Everything else',
      'What roles may do beside table, buckets, logs and traces.',
      ['principal', 'actions', 'resources'],
      rest.map(({ name, actions, resources }) => [
        name,
        code(actions.filter((action) => !OF_ALL.test(action))),
        code(resources.map(short)),
      ]),
    ),
    table(
      'Who is let in',
      'Policies of resources that let somebody in by themselves. `*` stands for the account’s own principals, through the named services.',
      ['resource', 'principal', 'actions', 'condition'],
      all
        .filter(({ kind, effect }) => kind === 'resource' && effect === 'Allow')
        .map(({ name, principals, actions, conditions }) => [
          name,
          code(principals.map(short)),
          code(actions),
          Object.values(conditions)
            .flatMap((keys) => Object.entries(keys))
            .map(([key, values]) => `${key}: ${code(values.map(short))}`)
            .join('; '),
        ]),
    ),
  ].join('\n');
}
