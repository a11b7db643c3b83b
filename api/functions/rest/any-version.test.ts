import { describe, expect, it } from 'vitest';
import { restMirror } from './testing.ts';

const project = { id: 'p1', title: 'Wave', version: 3 };

describe('a change behind If-Match: *', () => {
  it('reads the version behind If-Match: * and tries again when somebody is faster', async () => {
    const versions = [3, 4];
    const { send, asked } = restMirror({
      project: () => ({ data: { project: { ...project, version: versions.shift() } } }),
      publishProject: ({ variables }) =>
        variables.expectedVersion === 4
          ? { data: { publishProject: project } }
          : { errors: [{ message: 'newer', errorType: 'VersionConflict', errorInfo: { current: 4 } }] },
    });

    const answer = await send('POST /v1/projects/p1/publish', {
      headers: { authorization: 'Bearer a.b.c', 'if-match': '*' },
    });

    expect(answer.status).toBe(200);
    expect(asked.map(({ operation }) => operation)).toEqual([
      'project',
      'publishProject',
      'project',
      'publishProject',
    ]);
  });

  it('makes every one of 12 changes behind If-Match: * that come at once', async () => {
    let version = 1;
    const { send } = restMirror({
      project: () => ({ data: { project: { ...project, version } } }),
      updateProject: ({ variables }) => {
        if (variables.expectedVersion !== version)
          return {
            errors: [{ message: 'newer', errorType: 'VersionConflict', errorInfo: { current: version } }],
          };
        version += 1;
        return { data: { updateProject: { ...project, version } } };
      },
    });
    const headers = { authorization: 'Bearer a.b.c', 'if-match': '*' };

    const answers = await Promise.all(
      Array.from({ length: 12 }, () => send('PATCH /v1/projects/p1', { body: { title: 'B' }, headers })),
    );

    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(200));
    expect(version).toBe(13);
  });

  it('gives up behind If-Match: * after 20 tries', async () => {
    const { send, asked } = restMirror({
      project: { data: { project } },
      updateProject: {
        errors: [{ message: 'newer', errorType: 'VersionConflict', errorInfo: { current: 9 } }],
      },
    });
    const headers = { authorization: 'Bearer a.b.c', 'if-match': '*' };

    const answer = await send('PATCH /v1/projects/p1', { body: { title: 'B' }, headers });

    expect(answer).toMatchObject({ status: 412, body: { info: { current: 9 } } });
    expect(asked.filter(({ operation }) => operation === 'updateProject')).toHaveLength(20);
  });
});
