/** Searches the documentation in the reader's browser. The index is fetched when the dialog first opens. */

interface Found {
  url: string;
  meta: { title?: string };
  excerpt: string;
  sub_results: Array<{ title: string; url: string; excerpt: string }>;
}

interface Pagefind {
  options(options: object): Promise<void>;
  debouncedSearch(words: string): Promise<{ results: Array<{ data(): Promise<Found> }> } | null>;
}

const INDEX = '/docs/pagefind/pagefind.js';
const SHOWN = 8;
const PARTS = 3;

class DocsSearch extends HTMLElement {
  #index: Promise<Pagefind> | undefined;

  connectedCallback(): void {
    const open = this.querySelector<HTMLButtonElement>('.docs-search-open');
    const dialog = this.querySelector('dialog');
    const input = this.querySelector('input');
    if (!open || !dialog || !input) return;
    open.hidden = false;
    const show = (): void => {
      if (dialog.open) return;
      dialog.showModal();
      input.select();
      this.#load().catch(() => this.#say('Search is not available now.'));
    };
    open.addEventListener('click', show);
    addEventListener('keydown', (event) => {
      if (event.key !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      show();
    });
    dialog.addEventListener('click', (event) => {
      const { target } = event;
      if (target === dialog || (target instanceof Element && target.closest('a'))) dialog.close();
    });
    input.addEventListener('input', () => void this.#search(input.value.trim()));
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      this.querySelector<HTMLAnchorElement>('li a')?.click();
    });
  }

  #load(): Promise<Pagefind> {
    this.#index ??= (async () => {
      const pagefind = (await import(/* @vite-ignore */ INDEX)) as Pagefind;
      // Addresses in the index begin at the root, not beside it.
      // A title counts no more than the index says, so that a problem named after a word is not before its guide.
      await pagefind.options({ baseUrl: '/', excerptLength: 16, ranking: { metaWeights: { title: 1 } } });
      return pagefind;
    })();
    return this.#index;
  }

  async #search(words: string): Promise<void> {
    if (words === '') {
      this.#say('');
      this.#list([]);
      return;
    }
    try {
      const answer = await (await this.#load()).debouncedSearch(words);
      // A later search took its place.
      if (answer === null) return;
      const { results } = answer;
      const pages = await Promise.all(results.slice(0, SHOWN).map((result) => result.data()));
      this.#say(
        results.length === 0
          ? `Nothing is found for “${words}”.`
          : `${results.length} ${results.length === 1 ? 'page' : 'pages'}`,
      );
      this.#list(pages);
    } catch {
      this.#say('Search is not available now.');
    }
  }

  #say(text: string): void {
    const state = this.querySelector('[role=status]');
    if (state) state.textContent = text;
  }

  #list(pages: Found[]): void {
    this.querySelector('[role=list]')?.replaceChildren(
      ...pages.map(({ url, meta, excerpt, sub_results: parts }) => {
        const item = document.createElement('li');
        item.append(linkTo(url, meta.title ?? url, 'docs-search-page'));
        const inner = parts.filter((part) => part.url !== url).slice(0, PARTS);
        if (inner.length === 0) item.append(words(excerpt));
        for (const part of inner)
          item.append(linkTo(part.url, part.title, 'docs-search-part'), words(part.excerpt));
        return item;
      }),
    );
  }
}

function linkTo(url: string, text: string, name: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = url;
  link.textContent = text;
  link.className = name;
  return link;
}

/** An excerpt with its marks; Pagefind has escaped everything else in it. */
function words(excerpt: string): HTMLParagraphElement {
  const text = document.createElement('p');
  text.innerHTML = excerpt;
  return text;
}

customElements.define('docs-search', DocsSearch);
