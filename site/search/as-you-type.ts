/**
 * Makes the search page answer while somebody types. It asks for the same page that the form would, and puts its answer
 * in place: there is one rendering, and every search keeps its address. Arrows go through what was found, `/` goes to
 * the words, Escape back to them.
 */

const PAUSE_MS = 140;
const page = document.querySelector<HTMLElement>('[data-search]');
const form = page?.querySelector('form');
const input = form?.querySelector<HTMLInputElement>('input[type=search]');

if (page && form && input) begin(page, form, input);

function begin(all: HTMLElement, asking: HTMLFormElement, words: HTMLInputElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let under: AbortController | undefined;
  /** Whether the present entry of the history is one that typing made: it is replaced then. */
  let typed = false;

  const address = (): string => {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(asking)) {
      if (typeof value === 'string' && value.trim() !== '') query.append(name, value.trim());
    }
    return query.size === 0 ? '/search/' : `/search/?${query}`;
  };
  const here = (): string => location.pathname + location.search;

  async function show(wanted: string): Promise<void> {
    under?.abort();
    under = new AbortController();
    const answer = all.querySelector('#answer');
    answer?.setAttribute('aria-busy', 'true');
    try {
      const response = await fetch(wanted, { signal: under.signal, headers: { accept: 'text/html' } });
      const next = new DOMParser().parseFromString(await response.text(), 'text/html');
      const found = next.querySelector('#answer');
      if (!found) throw new Error('The answer is no search page.');
      document.title = next.title;
      keepFilters(next);
      answer?.replaceWith(found);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return;
      answer?.removeAttribute('aria-busy');
      const said = all.querySelector('[role=status]');
      if (said) said.textContent = 'The search cannot answer now. Please try again in a moment.';
    }
  }

  /** The form narrows as the address does. */
  function keepFilters(next: Document): void {
    for (const kept of asking.querySelectorAll('input[type=hidden]')) kept.remove();
    words.after(...next.querySelectorAll('[data-search] form input[type=hidden]'));
  }

  function go(push: boolean): void {
    clearTimeout(timer);
    const wanted = address();
    if (wanted === here()) return;
    if (push) history.pushState(null, '', wanted);
    else history.replaceState(null, '', wanted);
    void show(wanted);
  }

  words.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      go(!typed);
      typed = true;
    }, PAUSE_MS);
  });
  asking.addEventListener('submit', (event) => {
    event.preventDefault();
    go(!typed);
    typed = false;
  });
  words.addEventListener('blur', () => (typed = false));
  addEventListener('popstate', () => {
    typed = false;
    words.value = new URLSearchParams(location.search).get('q') ?? '';
    void show(here());
  });
  addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    onKey(event, words, [...all.querySelectorAll<HTMLAnchorElement>('.found > a')]);
  });
}

function onKey(event: KeyboardEvent, words: HTMLInputElement, links: HTMLAnchorElement[]): void {
  const { key, target } = event;
  const place = links.findIndex((link) => link === target);
  if (key === '/' && target !== words && !isTyping(target)) move(event, words);
  else if (key === 'Escape' && place !== -1) move(event, words);
  else if (key === 'ArrowDown' && (target === words || place !== -1)) move(event, links[place + 1]);
  else if (key === 'ArrowUp' && place !== -1) move(event, place === 0 ? words : links[place - 1]);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

function move(event: KeyboardEvent, to: HTMLElement | undefined): void {
  if (!to) return;
  event.preventDefault();
  to.focus();
  if (to instanceof HTMLInputElement) to.select();
}
