import type { Cover, ImageVariant, Portfolio, PublicImage, PublicProject } from '../../types.gen.ts';

/** The item of a public document: a head with the first piece of its JSON text. */
export interface PublicHead {
  PK: string;
  SK: string;
  handle?: string;
  name?: string;
  generation: string;
  /** Number of pieces, this one included. */
  parts: number;
  /** Sort keys of the further pieces, in their order. */
  pieces: string[];
  text: string;
  /** Only in a redirect: the id of what stands elsewhere now. */
  to?: string;
  card: Record<string, unknown>;
}

type WithVariants = { variants: ImageVariant[] };

/** Image addresses are stored as paths; readers get them with the origin that serves them. */
function absolute<T extends WithVariants>(image: T, origin: string): T {
  return {
    ...image,
    variants: image.variants.map((variant) => ({ ...variant, url: `${origin}${variant.url}` })),
  };
}

export function coverOf(cover: Cover | null | undefined, origin: string): Cover | null {
  return cover ? absolute(cover, origin) : null;
}

/** The document of a work, with its owner's present handle and name. */
export function publicProjectView(text: string, owner: Portfolio, origin: string): PublicProject {
  const document = JSON.parse(text) as PublicProject;
  return {
    ...document,
    handle: owner.handle,
    artist: owner.name,
    cover: coverOf(document.cover, origin),
    images: document.images.map((image: PublicImage) => absolute(image, origin)),
  };
}
