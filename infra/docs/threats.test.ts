/** The threat model names what answers each threat; here it is looked up whether that is there. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const text = readFileSync(new URL('THREATS.md', root), 'utf8');
const LETTERS = ['S', 'T', 'R', 'I', 'D', 'E'];

interface Threat {
  arrow: string;
  letter: string;
  what: string;
  answers: Array<{ path: string; title?: string }>;
}

const arrows = text
  .split(/^## /m)
  .slice(1)
  .map((section) => ({ arrow: section.slice(0, section.indexOf('\n')), section }));

const threats: Threat[] = arrows.flatMap(({ arrow, section }) =>
  [...section.matchAll(/^\| ([A-Z]) +\| (.+?) +\| (.+?) +\|$/gm)].map(
    ([, letter = '', what = '', answered = '']) => ({
      ...{ arrow, letter, what },
      answers: [...answered.matchAll(/`([^`]+)`(?: "([^"]+)")?/g)].map(([, path = '', title]) => ({
        path,
        ...(title !== undefined && { title }),
      })),
    }),
  ),
);

/** Arrows of the architecture, each by words of its heading. */
const ARROWS = [
  'CloudFront to S3',
  'REST mirror',
  'AppSync',
  'upload',
  'stream',
  'publisher to the site',
  'Search',
  'Bedrock',
  'page reader',
  'deployment',
  'Logs',
  'one machine',
];

describe('the threat model', () => {
  it.for(ARROWS)('has the arrow of %s', (words) => {
    expect(arrows.filter(({ arrow }) => arrow.includes(words))).toHaveLength(1);
  });

  it.for(arrows.map(({ arrow, section }) => [arrow, section] as const))(
    'thinks of every kind of threat, and says what is left: %s',
    ([arrow, section]) => {
      const letters = threats.filter((threat) => threat.arrow === arrow).map(({ letter }) => letter);

      expect(LETTERS.filter((letter) => !letters.includes(letter))).toEqual([]);
      expect(letters.filter((letter) => !LETTERS.includes(letter))).toEqual([]);
      expect(section).toMatch(/^Left: \S/m);
    },
  );

  it.for(threats.map((threat) => [`${threat.arrow}, ${threat.letter}: ${threat.what}`, threat] as const))(
    'is answered by what there is: %s',
    ([, { answers }]) => {
      const missing = answers.filter(({ path, title }) => {
        const file = new URL(path, root);
        if (!existsSync(file)) return true;
        return title !== undefined && !(statSync(file).isFile() && names(readFileSync(file, 'utf8'), title));
      });

      expect(answers.length).toBeGreaterThan(0);
      expect(missing).toEqual([]);
    },
  );
});

/**
 * Whether a file of tests names this one: in quotes of any kind, as what a call begins with. A title that is filled in has
 * more around it.
 */
const names = (code: string, title: string): boolean =>
  [...code.replaceAll("\\'", "'").matchAll(/\(\s*(?:'([^\n]*?)'(?=,)|"([^"\n]*)"|`([^`\n]*)`)/g)].some(
    ([, single, double, filled]) => single === title || double === title || filled?.includes(title),
  );
