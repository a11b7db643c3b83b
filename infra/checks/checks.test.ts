import { describe, expect, it } from 'vitest';
import { isGenerated, isText } from './repository.ts';
import { longFiles, MAXIMUM_LINES } from './sizes.ts';
import { runSteps, search, program } from './step.ts';
import { refusedWords } from './words.ts';

const file = (text: string, path = 'api/a.ts') => [{ path, text }];
/** Joined here, so that this file may be committed. */
const unfinished = ['TO', 'DO'].join('');
const below = (folder: string) => ['', folder, 'main', 'a.ts'].join('/');

describe('refused words', () => {
  it.each([
    ['path of one machine', `const a = '${below('work')}';`],
    ['path of one machine', `see ${below('root')}`],
    ['path of one machine', `see ${below('home/ada')}`],
    ['fixed temporary path', `open('${below('tmp')}')`],
    ["registry's host", ['see registry', 'npmjs.org/yaml'].join('.')],
    ['note of unfinished work', `// ${unfinished}: later`],
  ])('name a %s', (name, line) => {
    const [problem] = refusedWords(file(`const x = 1;\n${line}\n`));

    expect(problem?.place).toBe('api/a.ts:2');
    expect(problem?.message).toContain(name);
  });

  it.each([
    ["'/v1/work/a'"],
    ['site/work/x.ts'],
    ['`${root}/tmp/x`'],
    ['the works of an artist'],
    ["'YYYY-MM-DDTXXX'"],
  ])('leave %s alone', (line) => {
    expect(refusedWords(file(line))).toEqual([]);
  });
});

describe('long files', () => {
  it('are named above the limit and not at it', () => {
    const lines = (count: number) => 'a;\n'.repeat(count);

    expect(longFiles(file(lines(MAXIMUM_LINES)))).toEqual([]);
    expect(longFiles(file(lines(MAXIMUM_LINES + 1)))).toHaveLength(1);
    expect(longFiles(file(lines(1000), 'api/schema.graphql'))).toEqual([]);
  });
});

describe('the files that are checked', () => {
  it.each([
    ['api/events.ts', true, false],
    ['api/types.gen.ts', true, true],
    ['package-lock.json', true, true],
    ['.ci/run', true, false],
    ['content/samples/a.jpg', false, false],
  ])('%s', (path, text, generated) => {
    expect([isText(path), isGenerated(path)]).toEqual([text, generated]);
  });
});

describe('steps', () => {
  const node = (name: string, code: string) => program(name, 'advice', process.execPath, ['-e', code], '.');

  it('run at most so many at a time and keep their order', async () => {
    let running = 0;
    let most = 0;
    const slow = (name: string) =>
      search(name, 'advice', async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((done) => setImmediate(done));
        running -= 1;
        return [];
      });
    const results = await runSteps(['a', 'b', 'c', 'd'].map(slow), 2, () => undefined);

    expect(most).toBe(2);
    expect(results.map(({ step, passed }) => [step.name, passed])).toEqual(
      ['a', 'b', 'c', 'd'].map((name) => [name, true]),
    );
  });

  it('fail with a problem, an error and an exit code, each with its output', async () => {
    const results = await runSteps(
      [
        search('problem', 'advice', () => [{ place: 'a.ts:1', message: 'is wrong' }]),
        search('error', 'advice', () => Promise.reject(new Error('no file'))),
        node('exit', "console.log('seen'); process.exit(3)"),
        node('well', "console.log('seen')"),
      ],
      4,
      () => undefined,
    );

    expect(results.map(({ passed }) => passed)).toEqual([false, false, false, true]);
    expect(results.map(({ output }) => output)).toEqual([
      'a.ts:1 is wrong',
      expect.stringContaining('no file'),
      'seen',
      'seen',
    ]);
  });
});
