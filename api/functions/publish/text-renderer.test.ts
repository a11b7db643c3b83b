import { describe, expect, test } from 'vitest';
import type { MarkdownProcess } from './markdown-process.ts';
import { isPlain } from './plain.ts';
import type { Problem } from './problem.ts';
import { createTextRenderer } from './text-renderer.ts';

const LIMITS = { textMs: 5000, publicationMs: 20_000, keptLength: 1_000_000 };
const RICH = '*a* '.repeat(400);

/** A process that answers what it is told to, and lists the texts and limits that it was given. */
function fakeProcess(answer: (text: string) => string | null, milliseconds = 1) {
  const asked: Array<[string, number]> = [];
  const other: MarkdownProcess = {
    async render(text, limitMs) {
      asked.push([text, limitMs]);
      return { html: answer(text), milliseconds };
    },
  };
  return { other, asked };
}

describe('a plain text', () => {
  test.each([
    ['prose', true, 'Today I mixed the second glaze - thinner than before.\n\n'.repeat(100)],
    ['some marks', true, '# A\n\n- *one*\n- [two](https://example.org)\n'.repeat(10)],
    ['long prose', false, 'word '.repeat(2000)],
    ['many marks', false, RICH],
    ['nested elements', false, '<div>'.repeat(200)],
    ['nested quotes', false, '>'.repeat(400)],
    ['nested lists', false, '- '.repeat(400) + 'a'],
    ['nested numbered lists', false, '1. '.repeat(400) + 'a'],
    ['deep indents', false, Array.from({ length: 90 }, (_, at) => `${' '.repeat(2 * at)}- a`).join('\n')],
  ])('of %s: %s', (_, plain, text) => {
    expect(isPlain(text)).toBe(plain);
  });

  test('never reaches the process', async () => {
    const { other, asked } = fakeProcess(() => null);

    const html = await createTextRenderer(other, LIMITS).publication()('Hello *you*', 'body');

    expect(html).toBe('<p>Hello <em>you</em></p>');
    expect(asked).toEqual([]);
  });
});

describe('other texts', () => {
  test('are rendered once, by content', async () => {
    const { other, asked } = fakeProcess(() => '<p>rich</p>');
    const renderer = createTextRenderer(other, LIMITS);

    const first = await renderer.publication()(RICH, 'body');
    const again = await renderer.publication()(RICH, 'logs/1/body');

    expect([first, again]).toEqual(['<p>rich</p>', '<p>rich</p>']);
    expect(asked).toEqual([[RICH, 5000]]);
  });

  test('leave the memory, the oldest first', async () => {
    const { other, asked } = fakeProcess(() => 'x'.repeat(900));
    const render = createTextRenderer(other, { ...LIMITS, keptLength: 2000 }).publication();

    for (const tail of ['1', '2', '1', '3', '1', '2']) await render(RICH + tail, 'body');

    expect(asked.map(([text]) => text.at(-1))).toEqual(['1', '2', '3', '2']);
  });

  test('that cannot be rendered are refused by their field, and not tried again', async () => {
    const { other, asked } = fakeProcess(() => null);
    const renderer = createTextRenderer(other, LIMITS);

    for (const field of ['body', 'logs/7/body']) {
      const refusal = await renderer
        .publication()(RICH, field)
        .catch((error: unknown) => error as Problem);

      expect(refusal).toMatchObject({ name: 'Problem', type: 'TextTooComplex', info: { field } });
    }
    expect(asked).toHaveLength(1);
  });

  test('of one publication share its time; publishing again goes on', async () => {
    const { other, asked } = fakeProcess((text) => (text.endsWith('3') ? null : 'html'), 9_000);
    const renderer = createTextRenderer(other, LIMITS);
    const render = renderer.publication();
    await render(`${RICH}1`, 'logs/1/body');
    await render(`${RICH}2`, 'logs/2/body');

    const refusal = await render(`${RICH}3`, 'logs/3/body').catch((error: unknown) => error as Problem);

    expect(refusal).toMatchObject({ type: 'TextTooComplex', info: { field: 'logs/3/body' } });
    expect(asked.at(-1)).toEqual([`${RICH}3`, 2000]);
    await renderer
      .publication()(`${RICH}3`, 'logs/3/body')
      .catch(() => undefined);
    expect(asked.at(-1)).toEqual([`${RICH}3`, 5000]);
  });
});

describe('the process', () => {
  test('renders what is rich, refuses what fills the stack or takes too long, and goes on', async () => {
    const render = createTextRenderer(undefined, { ...LIMITS, textMs: 3000 }).publication();
    const refused = { type: 'TextTooComplex', info: { field: 'body' } };

    await expect(render('<div>'.repeat(10_000), 'body')).rejects.toMatchObject(refused);
    await expect(render('>'.repeat(12_000), 'body')).rejects.toMatchObject(refused);
    await expect(render('*a_ '.repeat(14_000), 'body')).rejects.toMatchObject(refused);
    expect(await render(RICH, 'body')).toContain('<em>a</em> <em>a</em>');
  }, 30_000);

  test('leaves the others their turn while it is at work', async () => {
    const render = createTextRenderer(undefined, { ...LIMITS, textMs: 1000 }).publication();
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 5);

    await render('*a_ '.repeat(14_000), 'body').catch(() => undefined);

    clearInterval(counting);
    expect(turns).toBeGreaterThan(10);
  });
});
