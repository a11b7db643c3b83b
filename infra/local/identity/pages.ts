import { html, trusted } from './html.ts';
import type { Html } from './html.ts';
import { STYLE_ELEMENT } from './style.ts';

/** A whole document around the content of its main part. */
function page(title: string, main: Html, footer?: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} – Artissist</title>
        <link rel="icon" href="data:," />
        <link rel="preload" href="/auth/assets/newsreader.woff2" as="font" type="font/woff2" crossorigin />
        ${STYLE_ELEMENT}
      </head>
      <body>
        <header class="mark"><a href="/">Artissist</a></header>
        <main>${main}</main>
        <footer>${footer}</footer>
      </body>
    </html>`.html;
}

export interface SignInView {
  /** Where the form goes. */
  readonly action: string;
  /** The client's name, as registered. */
  readonly client: string;
  /** What stood in the field, to be shown again. */
  readonly email: string;
  readonly error?: string;
}

/** The sign-in form; it works without scripts. */
export function signInPage({ action, client, email, error }: SignInView): string {
  const invalid = error === undefined ? undefined : html` aria-invalid="true" aria-describedby="error"`;
  const autofocus = html` autofocus`;
  return page(
    error === undefined ? 'Sign in' : 'Sign in, not yet successful',
    html`<h1>Sign in</h1>
      <p class="lead">to continue to ${client}</p>
      ${error === undefined ? undefined : html`<p role="alert" id="error">${error}</p>`}
      <form method="post" action="${action}">
        <label for="email">Email address</label>
        <input
          id="email"
          name="email"
          type="email"
          value="${email}"
          required
          maxlength="254"
          autocomplete="username"
          autocapitalize="none"
          spellcheck="false"
          ${invalid}${email === '' ? autofocus : undefined}
        />
        <label for="password">Password</label>
        <input
          id="password"
          name="password"
          type="password"
          required
          maxlength="256"
          autocomplete="current-password"
          ${invalid}${email === '' ? undefined : autofocus}
        />
        <button type="submit">Sign in</button>
      </form>`,
    html`<p>
      This Artissist runs on your own machine. Its demo accounts and their passwords are in
      <code>identity/demo-passwords.json</code>, in the data directory.
    </p>`,
  );
}

/** Asks before signing out; `form` is the provider's own, with its token against forgery. */
export function signOutPage(form: string): string {
  return page(
    'Sign out',
    html`<h1>Sign out?</h1>
      <p class="lead">You will be asked for your password the next time.</p>
      ${trusted(form)}
      <button type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button>
      <button type="submit" form="op.logoutForm" class="second">Stay signed in</button>`,
  );
}

/** Says that the person is signed out. */
export function signedOutPage(): string {
  return page(
    'Signed out',
    html`<h1>Signed out</h1>
      <p class="lead">Nobody is signed in here any more.</p>
      <p><a href="/">Back to the portfolios</a></p>`,
  );
}

/** What stands at `/auth/` itself: people come to the form from an application only. */
export function aboutPage(): string {
  return page(
    'Signing in',
    html`<h1>Signing in</h1>
      <p class="lead">This is the OpenID Connect issuer of Artissist.</p>
      <p>Applications send people here to sign in, and each such visit has an address of its own.</p>
      <p>
        For an access token in a terminal, run <code>npm run sign-in</code> in the folder of the project. It
        prints the address to open, and the token once you have signed in.
      </p>
      <p><a href="/docs/identity/">Identity and tokens</a></p>
      <p><a href="/auth/.well-known/openid-configuration">Discovery document</a></p>`,
  );
}

/** Says what went wrong and where to go on. */
export function problemPage(title: string, detail: string): string {
  return page(
    title,
    html`<h1>${title}</h1>
      <p role="alert">${detail}</p>
      <p><a href="/auth/">How to sign in</a></p>`,
  );
}
