/** The figures of a day by another way: in JavaScript, line by line, from what the rules say and not from the statements. */
import { FIGURES, type Figure } from '../../analytics/steps.ts';
import type { CountRow } from './port.ts';
import type { LogLine, MadeTenant } from './traffic.testing.ts';

const BOT = /(?<!cu)bot|crawl|spider|curl|python|fetch/i;
const REFRESH_SECONDS = 1800;
const MOST = 20;

interface View {
  visitor: string;
  path: string;
  second: number;
  line: LogLine;
}

/** @param tenants those of the table; the last one has taken its profile down */
export function countIndependently(
  lines: Iterable<LogLine>,
  day: string,
  tenants: readonly MadeTenant[],
): Record<Figure, CountRow[]> {
  const byHandle = new Map(
    tenants.slice(0, -1).flatMap((each) => [[each.handle, each] as const, [each.oldHandle, each] as const]),
  );
  const views: View[] = [];
  for (const line of lines) {
    if (line.date !== day || line.cs_method !== 'GET' || !/^(200|304)$/.test(line.sc_status)) continue;
    const path = unescaped(unescaped(line.cs_uri_stem));
    if (!path.startsWith('/@') || !path.endsWith('/')) continue;
    if (line.time.length !== 8) continue;
    if (line.cs_user_agent.length < 2 || BOT.test(unescaped(line.cs_user_agent))) continue;
    const [hours = 0, minutes = 0, seconds = 0] = line.time.split(':').map(Number);
    const visitor = `${line.c_ip} ${line.cs_user_agent}`;
    views.push({ visitor, path, second: hours * 3600 + minutes * 60 + seconds, line });
  }
  const counts = Object.fromEntries(FIGURES.map((figure) => [figure, new Tally()])) as Record<Figure, Tally>;
  const last = new Map<string, number>();
  for (const { visitor, path, second, line } of views.toSorted((a, b) => a.second - b.second)) {
    const key = `${visitor} ${path}`;
    const before = last.get(key);
    last.set(key, second);
    if (before !== undefined && second - before <= REFRESH_SECONDS) continue;
    const [, name = '', slug, ...deeper] = path.split('/').slice(0, -1);
    const handle = name.slice(1);
    const tenant = byHandle.get(handle);
    if (!tenant) continue;
    const add = (figure: Figure, name: string, title = '') =>
      counts[figure].add(tenant.tenantId, name, title, visitor);
    add('totals', '');
    const work = tenant.works.find(
      (each) => deeper.length === 0 && [each.slug, each.oldSlug].includes(slug ?? ''),
    );
    if (work) add('works', work.projectId, work.title);
    if (/^[A-Z]{2}$/.test(line.c_country)) add('countries', line.c_country);
    const from = URL.parse(line.cs_referer.includes('://') ? line.cs_referer : unescaped(line.cs_referer));
    if (!from) continue;
    const own = line.x_host_header.toLowerCase().replace(/:\d+$/, '');
    if (from.hostname === own) {
      const term = from.pathname === '/search/' ? termOf(from.search) : '';
      if (term !== '') add('terms', term);
    } else if (/[a-z]$/.test(from.hostname) && !line.cs_referer.includes('%61'))
      add('referrers', from.hostname.replace(/^www\./, ''));
  }
  return Object.fromEntries(FIGURES.map((figure) => [figure, counts[figure].rows()])) as Record<
    Figure,
    CountRow[]
  >;
}

/** What was searched for, unless it looks like an address or a number, or is very long. */
function termOf(search: string): string {
  const raw = /[?&]q=([^&]*)/.exec(search)?.[1] ?? '';
  const term = unescaped(unescaped(raw.replaceAll('+', ' ')))
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .toLowerCase();
  const digits = /\d(?:[ ()./-]*\d){6}/.test(term);
  return [...term].length > 80 || term.includes('@') || digits ? '' : term;
}

/** Percent codes read as UTF-8, and left as they are where they are none. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll(/%(?![0-9a-f]{2})/gi, '%25'));
  } catch {
    return text;
  }
}

interface Counted {
  title: string;
  views: number;
  who: Set<string>;
}

/** Views and visitors by tenant and name. */
class Tally {
  readonly #tenants = new Map<string, Map<string, Counted>>();

  add(tenantId: string, name: string, title: string, visitor: string): void {
    const names = this.#tenants.get(tenantId) ?? new Map<string, Counted>();
    this.#tenants.set(tenantId, names);
    const counted = names.get(name) ?? { title, views: 0, who: new Set<string>() };
    names.set(name, counted);
    counted.views += 1;
    counted.who.add(visitor);
  }

  rows(): CountRow[] {
    return [...this.#tenants].toSorted().flatMap(([tenantId, names]) =>
      [...names]
        .map(([name, { title, views, who }]) => ({ tenantId, name, title, views, visitors: who.size }))
        .toSorted(
          (a, b) =>
            b.views - a.views ||
            b.visitors - a.visitors ||
            Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)),
        )
        .slice(0, MOST),
    );
  }
}
