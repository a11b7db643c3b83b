/** The header `Link` (RFC 8288) to the page after this one. */
export function nextLink(origin: string, path: string, rawQueryString: string, cursor: string): string {
  const query = new URLSearchParams(rawQueryString);
  query.set('cursor', cursor);
  return `<${origin}${path}?${query.toString()}>; rel="next"`;
}

/** The header `Location` of something new: its id, found at `where` in the answer, below the path; or the path itself. */
export function location(origin: string, path: string, where: string, answer: unknown): string {
  if (where === '') return `${origin}${path}`;
  const id = where
    .split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | null)?.[name], answer);
  return `${origin}${path}/${encodeURIComponent(String(id))}`;
}

/** The path of a route for the names that an answer gives; the slashes of `{name+}` stay. */
export function pathFor(template: string, names: Readonly<Record<string, unknown>>): string {
  return template.replaceAll(/\{(\w+)\+?\}/g, (_, name: string) =>
    String(names[name]).split('/').map(encodeURIComponent).join('/'),
  );
}
