import { describe, expect, it } from 'vitest';
import { withNotes } from './code.ts';
import { headingsOf } from './headings.ts';
import { sidebarOf } from './sidebar.ts';

const card = (path: string, title = path) => ({
  path,
  title,
  summary: null,
  sortOrder: null,
  publishedAt: '2026-01-01T00:00:00.000Z',
});

describe('the list of pages', () => {
  it('groups pages by the first part of their path, in their order', () => {
    const groups = sidebarOf(
      [
        card('index', 'Start'),
        card('restoring'),
        card('operating', 'Operating the platform'),
        card('operating/deploy', 'Deploy'),
        card('rest', 'REST'),
        card('rest/me', 'Me'),
        card('problems/a'),
      ],
      'index',
    );

    expect(groups).toEqual([
      {
        label: 'Guides',
        collapsed: false,
        items: [
          { label: 'Start', link: '/docs/' },
          { label: 'restoring', link: '/docs/restoring/' },
        ],
      },
      {
        label: 'Operating',
        collapsed: false,
        items: [
          { label: 'Overview', link: '/docs/operating/' },
          { label: 'Deploy', link: '/docs/operating/deploy/' },
        ],
      },
      {
        label: 'REST reference',
        collapsed: false,
        items: [
          { label: 'Overview', link: '/docs/rest/' },
          { label: 'Me', link: '/docs/rest/me/' },
        ],
      },
      { label: 'Problems', collapsed: true, items: [{ label: 'problems/a', link: '/docs/problems/a/' }] },
    ]);
  });

  it('opens the group of the page that is shown', () => {
    const [problems] = sidebarOf([card('problems/a')], 'problems/a');

    expect(problems?.collapsed).toBe(false);
  });
});

describe('headings', () => {
  it('are those with an id, as a reader sees them', () => {
    const html = '<h2 id="a-b">A &amp; <code>&#x3C;b></code></h2><h3>None</h3><h3 id="c">C</h3>';

    expect(headingsOf(html)).toEqual([
      { depth: 2, slug: 'a-b', text: 'A & <b>' },
      { depth: 3, slug: 'c', text: 'C' },
    ]);
  });
});

describe('notes in code', () => {
  it('are marked in programs only', () => {
    const js = '<pre><code class="language-js">// Why\nf(); // no\n  // Then</code></pre>';
    const json = '<pre><code class="language-json"># no</code></pre><p># no</p>';

    expect(withNotes(js + json)).toBe(
      `<pre><code class="language-js"><span class="note">// Why</span>\nf(); // no\n  <span class="note">// Then</span></code></pre>${json}`,
    );
  });
});
