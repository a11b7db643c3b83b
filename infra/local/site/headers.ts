/** Security headers of the site, the same here and at the edge. */

/** Content security policy by the beginning of the address; the longest that fits wins. */
export interface Policies {
  [prefix: string]: string;
}

/**
 * The policy of pages: pictures, style and type of our own, nothing else. They carry no script; that one could ask
 * here is said for auditors, who fetch `robots.txt` as the page.
 * @param mediaOrigin where pictures come from, when it is another origin
 */
export function pagePolicy(mediaOrigin?: string): string {
  const images = ["'self'", 'data:', ...(mediaOrigin ? [mediaOrigin] : [])].join(' ');
  return [
    "default-src 'none'",
    `img-src ${images}`,
    "style-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * The policy of the search page: beside what all pages have, its own script, and a form that leads back to it.
 */
export function searchPolicy(mediaOrigin?: string): string {
  return pagePolicy(mediaOrigin)
    .replace("form-action 'none'", "form-action 'self'")
    .concat("; script-src 'self'");
}

/**
 * Headers of every answer.
 * @param path the address
 * @param secure whether the site is served over TLS only; then browsers are told to keep to it
 */
export function securityHeaders(path: string, policies: Policies, secure: boolean): Record<string, string> {
  const prefix = Object.keys(policies)
    .filter((beginning) => path.startsWith(beginning))
    .reduce((longest, beginning) => (beginning.length > longest.length ? beginning : longest), '');
  return {
    ...(policies[prefix] === undefined ? {} : { 'content-security-policy': policies[prefix] }),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    ...(secure ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  };
}
