import { describe, it } from 'vitest';
import { expectRefused, type Request } from './testing.ts';

const credential = { authorization: 'Bearer art_secret' };

const NO_VERSION = {
  field: 'If-Match',
  received: 'nothing',
  fix: 'Send the ETag that you read as If-Match, or its version as expectedVersion.',
};

describe('bodies and versions that are wrong', () => {
  it.each<[string, string, Request, number, unknown]>([
    [
      'a body in another charset',
      'POST /v1/projects',
      { text: '{}', headers: { ...credential, 'content-type': 'application/json; charset=utf-16' } },
      415,
      [
        {
          field: 'Content-Type',
          received: '"application/json; charset=utf-16"',
          fix: 'Send JSON in UTF-8 with Content-Type: application/json.',
        },
      ],
    ],
    [
      'a compressed body',
      'POST /v1/projects',
      {
        text: 'x',
        headers: { ...credential, 'content-type': 'application/json', 'content-encoding': 'gzip' },
      },
      415,
      [
        {
          field: 'Content-Encoding',
          received: '"gzip"',
          fix: 'Send the body as it is, without Content-Encoding.',
        },
      ],
    ],
    [
      'another content type',
      'POST /v1/projects',
      { text: 'a=b', headers: { ...credential, 'content-type': 'text/plain' } },
      415,
      [
        {
          field: 'Content-Type',
          received: '"text/plain"',
          fix: 'Send JSON in UTF-8 with Content-Type: application/json.',
        },
      ],
    ],
    [
      'a body that is too large',
      'POST /v1/projects',
      { body: { title: 'x'.repeat(1_048_577) } },
      413,
      undefined,
    ],
    [
      'no body',
      'POST /v1/projects',
      {},
      400,
      [{ field: 'body', received: 'nothing', fix: 'Send a JSON object as the body.' }],
    ],
    [
      'a list for a body',
      'POST /v1/projects',
      { body: [] },
      400,
      [{ field: 'body', received: '[]', fix: 'The body must be a JSON object.' }],
    ],
    [
      'a misspelt member',
      'POST /v1/projects',
      { body: { titel: 'Wave' } },
      400,
      [
        {
          field: '/titel',
          received: '"Wave"',
          fix: 'Leave it out: there is no such field. Did you mean "title"?',
        },
      ],
    ],
    [
      'members of the wrong types',
      'POST /v1/projects',
      {
        body: {
          title: 3,
          yearStart: 1.5,
          tags: 'sea',
          facts: [{ key: 'a', label: null }],
          visibility: 'Listed',
          __proto__x: 1,
        },
      },
      400,
      [
        { field: '/title', received: '3', fix: 'Send a string.' },
        { field: '/yearStart', received: '1.5', fix: 'Send a whole number of at most 32 bits.' },
        { field: '/tags', received: '"sea"', fix: 'Send a list.' },
        { field: '/facts/0/label', received: 'null', fix: 'Send a value: null is not allowed here.' },
        { field: '/facts/0/value', received: 'nothing', fix: 'Add "value": it is required.' },
        {
          field: '/visibility',
          received: '"Listed"',
          fix: 'Send one of LISTED, UNLISTED. Did you mean "LISTED"?',
        },
        { field: '/__proto__x', received: '1', fix: 'Leave it out: there is no such field.' },
      ],
    ],
    [
      'a member named as if it were inherited',
      'POST /v1/projects',
      { text: '{"__proto__": {"title": "x"}, "constructor": 1}' },
      400,
      [
        { field: '/__proto__', received: '{"title":"x"}', fix: 'Leave it out: there is no such field.' },
        {
          field: '/constructor',
          received: '1',
          fix: 'Leave it out: there is no such field.',
        },
      ],
    ],
    [
      'a date without an offset',
      'POST /v1/projects/p1/logs',
      { body: { body: 'x', occurredAt: '2026-05-17T09:30:00' } },
      400,
      [
        {
          field: '/occurredAt',
          received: '"2026-05-17T09:30:00"',
          fix: 'Send a date and time with Z or an offset, for example 2026-05-17T09:30:00Z.',
        },
      ],
    ],
    [
      'a day that there is not',
      'POST /v1/projects/p1/logs',
      { body: { body: 'x', occurredAt: '2026-02-29T09:30:00+02:00' } },
      400,
      [
        {
          field: '/occurredAt',
          received: '"2026-02-29T09:30:00+02:00"',
          fix: 'Send a date and time with Z or an offset, for example 2026-05-17T09:30:00Z.',
        },
      ],
    ],
    [
      'a version in a create',
      'POST /v1/projects',
      { body: { expectedVersion: 1 } },
      400,
      [{ field: '/expectedVersion', received: '1', fix: 'Leave it out: there is no such field.' }],
    ],
    ['a change without a version', 'PATCH /v1/projects/p1', { body: { title: 'B' } }, 428, [NO_VERSION]],
    ['a deletion without a version', 'DELETE /v1/projects/p1', {}, 428, [NO_VERSION]],
    [
      'a version that is no number',
      'PATCH /v1/projects/p1',
      { body: { title: 'B', expectedVersion: '3' } },
      400,
      [
        {
          field: '/expectedVersion',
          received: '"3"',
          fix: 'Send the version that you read, a whole number.',
        },
      ],
    ],
    [
      'an If-Match without quotes',
      'DELETE /v1/projects/p1',
      { headers: { ...credential, 'if-match': '3-0123' } },
      400,
      [{ field: 'If-Match', received: '3-0123', fix: 'Send the ETag as you got it, quotes included, or *.' }],
    ],
    [
      'an If-Match that names no version',
      'DELETE /v1/projects/p1',
      { headers: { ...credential, 'if-match': '"abc"' } },
      412,
      [{ field: 'If-Match', received: '"abc"', fix: 'Read it again and send the ETag that you get.' }],
    ],
    [
      'two versions that differ',
      'PATCH /v1/projects/p1?expectedVersion=4',
      { body: {}, headers: { ...credential, 'if-match': '"3-00"' } },
      400,
      [
        {
          field: 'expectedVersion',
          received: '4',
          fix: 'Send the version in If-Match or in expectedVersion, or the same one in both.',
        },
      ],
    ],
    [
      'more than a version where nothing else is taken',
      'POST /v1/projects/p1/publish',
      { body: { expectedVersion: 1, title: 'x' } },
      400,
      [
        {
          field: '/title',
          received: '"x"',
          fix: 'Leave it out; the body of this address takes "expectedVersion" only.',
        },
      ],
    ],
    [
      'members where none are taken',
      'POST /v1/projects/p1/enrich',
      { body: { foo: 1 } },
      400,
      [{ field: '/foo', received: '1', fix: 'Leave it out; this address takes no members in its body.' }],
    ],
    [
      'what is no JSON where no body is needed',
      'POST /v1/projects/p1/enrich',
      { text: '{bad' },
      400,
      [
        {
          field: 'body',
          received: '"bad" at line 1, column 2 (offset 1)',
          fix: 'Send one JSON object, as JSON.stringify writes it.',
        },
      ],
    ],
  ])('%s is refused without asking GraphQL', (_name, line, request, status, errors) =>
    expectRefused(line, request, status, errors),
  );
});
