/** Fills in the sign-in form without a browser: for scripts, with an account whose password is known to them. */
import { SignInError } from './sign-in-error.ts';

export interface Account {
  user: string;
  password: string;
}

/** Redirects that a sign-in takes at most. */
const REDIRECTS = 5;

/**
 * Goes from the authorization address over the form to where the browser would be sent back to.
 * @returns the parameters of that address; it is not opened.
 * @throws SignInError with what the page says, when it does not take the account.
 */
export async function fillIn(
  address: string,
  redirectUri: string,
  { user, password }: Account,
): Promise<URLSearchParams> {
  const browse = browser(redirectUri);
  const form = await browse(address);
  if ('back' in form) return form.back;
  const action = /<form method="post" action="([^"]+)"/.exec(form.page)?.[1];
  if (form.status !== 200 || action === undefined) {
    throw new SignInError(`${form.address} answered ${form.status} without a form: ${alertOf(form.page)}`);
  }
  const body = new URLSearchParams({ email: user, password });
  const sent = await browse(new URL(action, form.address).href, { method: 'POST', body });
  if ('back' in sent) return sent.back;
  throw new SignInError(`${user} was not signed in (${sent.status}): ${alertOf(sent.page)}`);
}

type Arrival = { back: URLSearchParams } | { status: number; address: string; page: string };

/** Follows redirects with the cookies of one host, until a page comes or the way back. */
function browser(redirectUri: string) {
  const cookies = new Map<string, string>();
  return async (start: string, init: RequestInit = {}): Promise<Arrival> => {
    let address = start;
    let request = init;
    for (let hop = 0; hop <= REDIRECTS; hop += 1) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(address, { ...request, redirect: 'manual', headers: { cookie } });
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (/expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(name);
        else cookies.set(name, value);
      }
      const location = response.headers.get('location');
      if (location === null) return { status: response.status, address, page: await response.text() };
      const next = new URL(location, address);
      if (`${next.origin}${next.pathname}` === redirectUri) return { back: next.searchParams };
      address = next.href;
      request = {};
    }
    throw new SignInError(`${start} led on more than ${REDIRECTS} times.`);
  };
}

/** The text of the page's alert. */
const alertOf = (page: string): string =>
  /role="alert"[^>]*>([^<]*)</.exec(page)?.[1]?.trim() || 'the page says no more.';
