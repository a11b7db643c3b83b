/** Why a page is not read. */

/**
 * - `not-a-page`: no http address, or one that is not asked for
 * - `not-public`: leads into a network that is not public
 * - `robots`: the site asks programs not to read it
 * - `absent`: there is no such site or page, or it wants a sign-in
 * - `too-many-redirects`
 * - `too-large`
 * - `wrong-type`: not a document that is read
 */
export type PageRefusalCode =
  'not-a-page' | 'not-public' | 'robots' | 'absent' | 'too-many-redirects' | 'too-large' | 'wrong-type';

/** The page is not read, now or later. The message is for people. */
export class PageRefusal extends Error {
  override name = 'PageRefusal';
  readonly code: PageRefusalCode;

  constructor(code: PageRefusalCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** The site does not answer for now: too slow, overloaded, not to be reached. Worth trying again. */
export class PageUnavailable extends Error {
  override name = 'PageUnavailable';
}
