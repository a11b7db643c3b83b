import { expect, it } from 'vitest';
import { createLines } from '#api/observability/powertools.ts';
import type { Telemetry } from '#api/observability/telemetry.ts';
import { createLocalLines } from './lines.ts';

it.each([
  ['info', { service: 'rest', requestId: 'r-0000001', status: 200, durationMs: 1.5 }],
  ['warn', { service: 'platform', detail: { name: 'x' } }],
  ['error', { service: 'embed', error: { name: 'Error', message: 'm', stack: ['at a'] } }],
  ['debug', { service: 'embed' }],
] as const)('a line of level %s is the one that Powertools writes', (level, members) => {
  const kept = (create: (write: (line: string) => void) => Telemetry['write']): object[] => {
    const lines: string[] = [];
    create((line) => void lines.push(line))(level, 'call', members);
    return lines.map((line) => ({ ...(JSON.parse(line) as object), timestamp: 'then' }));
  };

  expect(kept(createLocalLines)).toEqual(kept(createLines));
});
