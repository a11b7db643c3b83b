/** A day of made-up traffic by seed: people, bots, refreshes, odd encodings, strangers' tenants, lines that are broken. */
import type { LOG_FIELDS } from '../../analytics/steps.ts';

export type LogLine = Record<(typeof LOG_FIELDS)[number], string>;

/** A tenant with works, as the table has it. */
export interface MadeTenant {
  tenantId: string;
  handle: string;
  oldHandle: string;
  works: Array<{ projectId: string; slug: string; oldSlug: string; title: string }>;
}

/** mulberry32: numbers from 0 to 1, the same for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const id = (kind: string, at: number): string => `01${kind}${String(at).padStart(23, '0')}`;

export function madeTenants(count: number, worksOfEach: number): MadeTenant[] {
  return Array.from({ length: count }, (_none, at) => ({
    tenantId: id('T', at),
    handle: `artist-${at}`,
    oldHandle: `formerly-${at}`,
    works: Array.from({ length: worksOfEach }, (_nothing, work) => ({
      projectId: id('W', at * worksOfEach + work),
      slug: `work-${work}`,
      oldSlug: `earlier-${work}`,
      title: `Work "${work}" – Näherung`,
    })),
  }));
}

/** The table's items as DynamoDB exports them. The last tenant has taken its profile down. */
export function exportedLines(tenants: readonly MadeTenant[]): string[] {
  const line = (item: Record<string, unknown>): string => JSON.stringify({ Item: item });
  return tenants.flatMap(({ tenantId, handle, oldHandle, works }, at) => [
    ...[handle, oldHandle].map((name) =>
      line({ PK: { S: `HANDLE#${name}` }, SK: { S: 'HANDLE' }, tenantId: { S: tenantId } }),
    ),
    line({ PK: { S: `TENANT#${tenantId}` }, SK: { S: 'PROFILE' }, tenantId: { S: tenantId } }),
    ...(at === tenants.length - 1
      ? []
      : [line({ PK: { S: `PUBLIC#${tenantId}` }, SK: { S: 'PROFILE' }, tenantId: { S: tenantId } })]),
    ...works.flatMap(({ projectId, slug, oldSlug, title }) => [
      line({
        PK: { S: `PUBLIC#${tenantId}` },
        SK: { S: `PROJECT#${slug}` },
        entityId: { S: projectId },
        card: { M: { title: { S: title } } },
      }),
      line({ PK: { S: `PUBLIC#${tenantId}` }, SK: { S: `PROJECT#${slug}#G1#0001` }, text: { S: '{}' } }),
      line({
        PK: { S: `PUBLIC#${tenantId}` },
        SK: { S: `REDIRECT#${oldSlug}` },
        to: { S: projectId },
      }),
    ]),
  ]);
}

const HOST = 'artissist.example';
const BROWSERS = [
  'Mozilla/5.0%20(X11;%20Linux%20x86_64;%20rv:145.0)%20Gecko/20100101%20Firefox/145.0',
  'Mozilla/5.0%20(Macintosh)%20AppleWebKit/605.1.15%20Version/19.0%20Safari/605.1.15',
  'Mozilla/5.0 (Windows NT 10.0) Chrome/141.0 Safari/537.36',
  // A telephone, whose maker has a name like that.
  'Mozilla/5.0%20(Linux;%20Android%2014;%20CUBOT%20X19)%20Chrome/141.0%20Mobile%20Safari/537.36',
];
const BOT_NAMES = [
  'Mozilla/5.0%20(compatible;%20Googlebot/2.1;%20+http://www.google.com/bot.html)',
  'curl/8.5.0',
  'Mozilla/5.0%20(compatible;%20%47PTBot/1.2)',
  'python-requests/2.32',
  'FeedFetcher',
  '-',
];
const COUNTRIES = ['DE', 'AT', 'CH', 'JP', 'FR', 'US', 'BR', '-', '', 'xx'];
const TERMS = [
  'harbour+at+dusk',
  'Harbour%20at%20%20dusk',
  'h%C3%A4fen',
  '%E6%B5%AE%E4%B8%96%E7%B5%B5',
  'caf%E9',
  '%25E6%25B5%25AE%25E4%25B8%2596',
  'r%25C3%25A9sum%25C3%25A9+100%2525',
  '100%',
  '50%25+off',
  'someone%40example.com',
  '0049+(171)+234+5678',
  'a%0Ab',
  '',
  'x'.repeat(81),
  'C%2B%2B',
];
const REFERRERS = [
  '-',
  '-',
  'https://www.example.org/list?page=2',
  'http://News.Example.COM:8080/',
  'https%3A%2F%2Fgallery.example.net%2Froom',
  'https://user:secret@blog.example.net/post',
  `https://${HOST}/explore/`,
  `https://${HOST}/elsewhere?q=not-a-search`,
  'android-app://com.example.reader/',
  'https://192.0.2.7/admin',
  'https://ex%61mple.org/',
  'nonsense',
];

/** Lines of one UTC day. A tenth of them follow another line of the same visitor to the same page. */
export function* madeTraffic(
  day: string,
  count: number,
  tenants: readonly MadeTenant[],
  seed = 1,
): Iterable<LogLine> {
  const random = randomOf(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  let last: LogLine | undefined;
  for (let at = 0; at < count; at += 1) {
    if (last && random() < 0.1) {
      last = { ...last, time: timeOf((secondsOf(last.time) || 0) + Math.floor(random() * 4000)) };
      yield last;
      continue;
    }
    const tenant = tenants[Math.floor(random() ** 2 * tenants.length)] as MadeTenant;
    const isBot = random() < 0.3;
    const visitor = Math.floor(random() * (count / 8));
    last = {
      date: random() < 0.01 ? '2000-01-01' : day,
      time: random() < 0.002 ? '12:0' : timeOf(Math.floor(random() * 86_400)),
      c_ip:
        visitor % 3 === 0 ? `2001:db8::${visitor.toString(16)}` : `198.51.${visitor >> 8}.${visitor & 255}`,
      c_country: COUNTRIES[visitor % COUNTRIES.length] ?? '',
      cs_method: random() < 0.03 ? 'HEAD' : 'GET',
      x_host_header: random() < 0.1 ? `${HOST.toUpperCase()}:443` : HOST,
      cs_uri_stem: pathOf(tenant, random, pick),
      sc_status: pick(['200', '200', '200', '200', '200', '304', '301', '404', '500']),
      cs_referer: random() < 0.2 ? `https://${HOST}/search/?medium=oil&q=${pick(TERMS)}` : pick(REFERRERS),
      cs_user_agent: isBot ? pick(BOT_NAMES) : (BROWSERS[visitor % BROWSERS.length] ?? ''),
    };
    yield last;
  }
}

function pathOf(tenant: MadeTenant, random: () => number, pick: <T>(from: readonly T[]) => T): string {
  const handle = random() < 0.05 ? tenant.oldHandle : tenant.handle;
  const work = pick(tenant.works);
  const slug = random() < 0.05 ? work.oldSlug : work.slug;
  return pick([
    `/@${handle}/`,
    `/@${handle}/${slug}/`,
    `/@${handle}/${slug}/`,
    `/%40${handle}/${slug}/`,
    `/%2540${handle}/${slug.replaceAll('-', '%2D')}/`,
    `/@${handle}/pages/about%2Fme/`,
    `/@${handle}/gone/`,
    `/@${handle}/feed.xml`,
    `/@${handle}/caf%E9/`,
    `/@${handle}/100%/`,
    '/@nobody-here/',
    '/@ab/',
    '/',
    '/media/p/x/y.webp',
    '/_astro/site.css',
    '/%zz',
  ]);
}

const secondsOf = (time: string): number =>
  Number(time.slice(0, 2)) * 3600 + Number(time.slice(3, 5)) * 60 + Number(time.slice(6, 8));
const timeOf = (seconds: number): string =>
  new Date(Math.min(seconds, 86_399) * 1000).toISOString().slice(11, 19);
