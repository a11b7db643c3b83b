import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createDrawing, type Drawing, type DrawingOptions } from './drawing-process.ts';
import { painting } from './samples.testing.ts';
import { filters, nestedUses, slow } from './svg-bombs.testing.ts';

const CHILD = join(import.meta.dirname, 'draw-image.child.ts');

const folder = mkdtempSync(join(tmpdir(), 'drawing-'));
const made: Drawing[] = [];
afterEach(() => {
  for (const drawing of made.splice(0)) drawing.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function drawingWith(options: Partial<DrawingOptions> = {}): Drawing {
  const drawing = createDrawing({ child: CHILD, ...options });
  made.push(drawing);
  return drawing;
}

describe('a picture drawn in a process of its own', () => {
  it('comes back whole, and so does the next one', async () => {
    const { draw } = drawingWith();

    const drawn = [await draw(painting, 'image/png'), await draw(painting, 'image/png')];

    for (const image of drawn) {
      if (image.kind !== 'IMAGE') throw new Error(JSON.stringify(image));
      expect(image).toMatchObject({ width: 804, height: 1024, format: 'png' });
      expect(image.variants.map(({ bytes }) => Buffer.from(bytes).toString('latin1', 8, 12))).toEqual([
        'WEBP',
        'WEBP',
      ]);
    }
  });

  it.for<[string, Buffer]>([
    ['nested uses', nestedUses],
    ['filters', filters],
  ])('is refused at once where it is a bomb: %s', async ([, bytes]) => {
    const { draw } = drawingWith({ timeLimitMs: () => 600_000 });

    expect(await draw(bytes, 'image/svg+xml')).toMatchObject({ kind: 'REFUSED', code: 'MEDIA_TOO_COMPLEX' });
  });

  it('is given up after its time, and the next one is drawn', async () => {
    const { draw } = drawingWith({ timeLimitMs: (type) => (type === 'image/svg+xml' ? 500 : 60_000) });

    const bombs = await Promise.all([draw(slow, 'image/svg+xml'), draw(slow, 'image/svg+xml')]);

    for (const bomb of bombs) {
      expect(bomb).toEqual({
        kind: 'REFUSED',
        code: 'MEDIA_TOO_COMPLEX',
        detail: 'Drawing the picture takes too long. Upload a simpler one.',
      });
    }
    expect(await draw(painting, 'image/png')).toMatchObject({ kind: 'IMAGE' });
  });

  it('that is being drawn rejects when the drawing ends, and so does every later one', async () => {
    const { draw, close } = drawingWith();
    await draw(painting, 'image/png');
    const bomb = draw(slow, 'image/svg+xml');

    close();

    await expect(bomb).rejects.toThrow('No more pictures are drawn');
    await expect(draw(painting, 'image/png')).rejects.toThrow('No more pictures are drawn');
  });
});

describe('the process that draws', () => {
  const write = (name: string, text: string): string => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };

  it('is tried twice when it dies of a picture', async () => {
    const starts = join(folder, 'starts');
    const child = write(
      'dies.mjs',
      `import { appendFileSync } from 'node:fs';
       appendFileSync(${JSON.stringify(starts)}, '.');
       process.on('message', () => process.kill(process.pid, 'SIGKILL'));
       process.send('ready');`,
    );
    const { draw } = drawingWith({ child });

    expect(await draw(painting, 'image/png')).toMatchObject({
      kind: 'REFUSED',
      code: 'MEDIA_TOO_COMPLEX',
      detail: expect.stringContaining('more memory'),
    });
    expect(readFileSync(starts, 'utf8')).toBe('..');
  });

  it('that does not start is no fault of the picture', async () => {
    const { draw } = drawingWith({ child: write('fails.mjs', 'process.exit(3);') });

    await expect(draw(painting, 'image/png')).rejects.toThrow('fails.mjs');
  });

  it('sees no secrets, and has its memory bounded', async () => {
    const seen = join(folder, 'seen');
    const child = write(
      'tells.mjs',
      `import { readFileSync, writeFileSync } from 'node:fs';
       const limits = process.platform === 'linux' ? readFileSync('/proc/self/limits', 'utf8') : '';
       writeFileSync(${JSON.stringify(seen)}, JSON.stringify({ names: Object.keys(process.env), limits }));
       process.on('message', () => process.send({ kind: 'REFUSED' }));
       process.send('ready');`,
    );
    process.env.AWS_SECRET_ACCESS_KEY = 'secret';
    const { draw } = drawingWith({ child, memoryLimit: 2 ** 31 });

    await draw(painting, 'image/png');

    delete process.env.AWS_SECRET_ACCESS_KEY;
    const { names, limits } = JSON.parse(readFileSync(seen, 'utf8')) as { names: string[]; limits: string };
    expect(names).toContain('PATH');
    expect(names).not.toContain('AWS_SECRET_ACCESS_KEY');
    if (process.platform === 'linux') expect(limits).toMatch(/Max data size +2147483648/);
  });
});
