/** Markup that is safe to send as it stands. */
export interface Html {
  readonly html: string;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe for an element's content or a quoted attribute. */
export const escape = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);

/** Builds markup; every value is escaped unless it is `Html` itself. Lists are joined, `undefined` is left out. */
export function html(
  strings: TemplateStringsArray,
  ...values: (string | Html | undefined | readonly Html[])[]
): Html {
  const render = (value: (typeof values)[number]): string => {
    if (value === undefined) return '';
    if (typeof value === 'string') return escape(value);
    return 'html' in value ? value.html : value.map((part) => part.html).join('');
  };
  return { html: strings.reduce((text, part, index) => text + render(values[index - 1]) + part) };
}

/** Markup from a source we trust, such as the provider's own form. */
export const trusted = (markup: string): Html => ({ html: markup });
