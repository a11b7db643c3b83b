/** Words of art, ours and small: what a work is made of, how, when and in which mood. All folded, in the singular. */

const list = (text: string): string[] =>
  text
    .trim()
    .split(/\s*,\s*/)
    .filter(Boolean);

/** What is put on something: `oil on canvas`. */
export const MATERIALS = list(`
acrylic, acrylic paint, ballpoint pen, body colour, chalk, black chalk, red chalk, charcoal, collage, coloured pencil,
conte crayon, crayon, dye, egg tempera, encaustic, enamel, gesso, gold leaf, gouache, graphite, ink, india ink, indian ink, marker,
mixed media, oil, oil paint, oil pastel, paint, pastel, pen, pen and ink, pencil, sepia, silverpoint, spray paint,
tempera, wash, watercolour, watercolor, wax, etching, engraving, wood engraving, line engraving, lithograph, screenprint,
woodcut, woodblock print, linocut, mezzotint, drypoint, aquatint, monotype, print, photograph, gelatin silver print,
digital print, inkjet print, embroidery, thread`);

/** What it is put on. */
export const SUPPORTS = list(`
academy board, aluminium, banknote, board, canvas, card, cardboard, copper, cotton, fabric, glass, hardboard, illustration board, linen, masonite, metal,
panel, paper, laid paper, wove paper, tracing paper, parchment, plaster, plywood, silk, slate, stone, vellum, wall,
wood, wood panel`);

/** What names a medium by itself. */
export const MEDIA = list(`
acrylic, albumen print, albumen silver print, animation, artist's book, assemblage, basketry, bronze, ceramic, charcoal drawing, chromogenic print, collage,
cyanotype, daguerreotype, digital collage, digital painting, earthenware, embroidery, enamel, encaustic, etching,
engraving, felt, film, found object, fresco, gelatin silver print, gouache, graffiti, installation, inkjet print,
light installation, linocut, lithograph, lithography, marble, mezzotint, mixed media, mosaic, monotype, mural,
neon, oil paint, oil painting, papier-mache, pastel, performance, photograph, photography, photogravure, photolithograph,
plaster cast, porcelain, quilt, risograph, screenprint, sculpture, sound installation, stained glass, stoneware,
street art, tapestry, tempera, terracotta, textile, vector drawing, video, video installation, watercolour, watercolor,
weaving, wood engraving, woodblock print, woodcut, zine`);

export const TECHNIQUES = list(`
action painting, airbrush, alla prima, aquatint, blind embossing, block printing, bookbinding, burnishing, calligraphy,
carving, casting, chiaroscuro, chine-colle, coil building, cross-hatching, hatching, decoupage, direct carving,
double exposure, dripping, drypoint, embossing, field recording, foreshortening, frottage, generative, gilding, glazing,
grisaille, hand building, hand-building, hand-colouring, impasto, inlay, intaglio, kiln firing, letterpress,
life drawing, long exposure, lost-wax casting, lost-wax, marbling, marquetry, modelling, multiple exposure,
natural dyeing, indigo dyeing, overpainting, palette knife, paper cutting, papercut, patchwork, perspective, photogram,
photomontage, pinhole, plein air, pointillism, pouring, raku, relief printing, rotoscoping, sanding, scumbling, sgraffito,
sfumato, silkscreen, slab building, slip casting, solarisation, stencil, stippling, stitching, stop motion, stop-motion,
throwing, time-lapse, tonal drawing, trompe l'oeil, underpainting, varnishing, warp and weft, welding, wet-on-wet,
wet plate, wheel throwing, wood carving, woodcarving, 3d printing, photo-etching, soft ground`);

/** Periods and movements that name themselves; centuries and decades are found by their numbers. */
export const PERIODS = list(`
abstract expressionism, aestheticism, antiquity, ancient egypt, ancient greece, ancient rome, art deco, art nouveau,
arts and crafts, ashcan school, baroque, bauhaus, belle epoque, bloomsbury group, bronze age, byzantine, classical period,
conceptual art, constructivism, cubism, cubist, dada, dutch golden age, early modern, edo period, meiji, empire style,
expressionism, expressionist, fauvism, fauve, fin de siecle, fluxus, futurism, futurist, georgian, golden age, gothic,
gothic revival, harlem renaissance, hellenistic, hudson river school, impressionism, impressionist, interwar, iron age,
kinetic art, land art, late antique, mannerism, medieval, middle ages, middle kingdom, minimalism, ming dynasty,
modernism, modernist, neoclassical, neoclassicism, neo-impressionism, new kingdom, northern renaissance, op art,
orphism, photorealism, pop art, post-impressionism, post-impressionist, postmodern, postwar, pre-raphaelite, precisionism,
purism, qing dynasty, quattrocento, realism, regency, renaissance, rococo, roman empire, romanesque, romanticism,
socialist realism, song dynasty, suprematism, surrealism, surrealist, symbolism, symbolist, tang dynasty, tudor,
ukiyo-e, victorian, vorticism, weimar republic, first world war, second world war, world war i, world war ii,
cold war, young british artists`);

/** Moods, each with words that speak of it. One word alone may mean something else: it counts little. */
export const MOODS: ReadonlyArray<[mood: string, words: string[]]> = [
  [
    'calm',
    list(
      'calm, calming, contemplative, hushed, meditative, peaceful, quiet, restful, serene, stillness, tranquil, gentle',
    ),
  ],
  [
    'joyful',
    list(
      'bright-hearted, celebration, celebratory, cheerful, delight, exuberant, festive, happy, joy, joyful, joyous, radiant',
    ),
  ],
  [
    'playful',
    list(
      'absurd, comic, funny, humorous, humour, mischief, mischievous, playful, silly, tongue-in-cheek, whimsical, wit, witty',
    ),
  ],
  [
    'melancholy',
    list(
      'bittersweet, elegiac, gloomy, lament, melancholic, melancholy, mournful, sad, sadness, sombre, sorrow, wistful',
    ),
  ],
  ['grieving', list('bereavement, grief, grieving, loss, mourning')],
  [
    'lonely',
    list('alienation, desolate, forlorn, isolated, isolation, loneliness, lonely, solitary, solitude'),
  ],
  [
    'tense',
    list(
      'agitated, anxiety, anxious, claustrophobic, nervous, restless, tense, tension, uneasy, unease, unsettling',
    ),
  ],
  [
    'ominous',
    list(
      'dread, eerie, fear, foreboding, haunted, haunting, menacing, nightmare, ominous, sinister, terror, threatening',
    ),
  ],
  [
    'dreamlike',
    list('dream, dreamlike, dreamy, ethereal, fantastical, hallucinatory, otherworldly, surreal, uncanny'),
  ],
  ['nostalgic', list('childhood, longing, memory, nostalgia, nostalgic, remembrance, yearning')],
  ['romantic', list('desire, intimacy, intimate, lover, passion, romantic, sensual, tender, tenderness')],
  [
    'energetic',
    list('bold, bustling, chaotic, dynamic, energetic, energy, frenetic, lively, vibrant, vigorous'),
  ],
  ['solemn', list('austere, dignified, grave, reverent, sacred, solemn, stately')],
  ['angry', list('anger, angry, defiance, defiant, fury, outrage, protest, rage, violent')],
  ['hopeful', list('hope, hopeful, optimism, optimistic, renewal, uplifting')],
];
