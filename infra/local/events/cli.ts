/**
 * Shows and repairs the events of a data folder, also while the platform runs:
 *
 *   node infra/local/events/cli.ts status
 *   node infra/local/events/cli.ts dead-letters <consumer>
 *   node infra/local/events/cli.ts replay <consumer> [event id...]
 *
 * The folder is ARTISSIST_DATA, or `--data <folder>`, or `.artissist`. A running platform notices a replay within a
 * second; otherwise the next start delivers it.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { journalPath } from './journal-file.ts';
import { openJournal, type Journal } from './journal.ts';

const USAGE = `Usage: node infra/local/events/cli.ts [--data <folder>]
  status                              where each consumer is
  dead-letters <consumer>             what was given up, and why
  replay <consumer> [event id...]     deliver it again: all of it, or these events`;

/** Runs one command; returns the exit code: 0 done, 1 nothing to work on, 2 not understood. */
export function run(args: string[], environment: NodeJS.ProcessEnv, print: (line: string) => void): number {
  let parsed;
  try {
    parsed = parseArgs({ args, options: { data: { type: 'string' } }, allowPositionals: true });
  } catch (error) {
    print(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    return 2;
  }
  const [command, consumer, ...ids] = parsed.positionals;
  const isKnown = command === 'status' || ((command === 'dead-letters' || command === 'replay') && consumer);
  if (!isKnown) {
    print(`${command ? `Received: ${parsed.positionals.join(' ')}\n` : ''}${USAGE}`);
    return 2;
  }
  const dataDir = parsed.values.data ?? environment['ARTISSIST_DATA'] ?? '.artissist';
  if (!existsSync(journalPath(dataDir))) {
    print(`There is no journal in ${dataDir}: the platform has not run with this folder yet.`);
    return 1;
  }
  const journal = openJournal(dataDir);
  try {
    if (command === 'status') return status(journal, print);
    const names = journal.states().map(({ name }) => name);
    if (!names.includes(consumer!)) {
      print(`There is no consumer "${consumer}". Known: ${names.join(', ') || 'none yet'}`);
      return 1;
    }
    return command === 'replay'
      ? replay(journal, consumer!, ids, print)
      : deadLetters(journal, consumer!, print);
  } finally {
    journal.close();
  }
}

function status(journal: Journal, print: (line: string) => void): number {
  const last = journal.lastSeq();
  print(`stream ${journal.stream() ?? 'not read yet'}`);
  for (const { shardId, sequenceNumber, finished } of journal.shards())
    print(
      `shard ${shardId}: ${finished ? 'read to its end' : `read up to ${sequenceNumber ?? 'its start'}`}`,
    );
  if (journal.reconciliationIsDue()) print('a reconciliation from the table is due');
  print(`events ${last}`);
  for (const { name, position, retrying, deadLetters: dead } of journal.states())
    print(`${name}: at ${position}, ${last - position} behind, ${retrying} to retry, ${dead} dead letters`);
  return 0;
}

function deadLetters(journal: Journal, consumer: string, print: (line: string) => void): number {
  const letters = journal.deadLetters(consumer);
  for (const { event, attempts, error } of letters)
    print(
      `${event.id} ${event.type} tenant ${event.tenantId}, ${attempts} attempts\n    ${error.replaceAll('\n', '\n    ')}`,
    );
  print(`${letters.length} dead letters of ${consumer}`);
  return 0;
}

function replay(journal: Journal, consumer: string, ids: string[], print: (line: string) => void): number {
  const replayed = journal.replay(consumer, ids.length > 0 ? ids : undefined);
  print(
    `${replayed} events of ${consumer} will be delivered again: within a second if the platform runs, else at its start`,
  );
  return 0;
}

if (import.meta.main) process.exitCode = run(process.argv.slice(2), process.env, (line) => console.log(line));
