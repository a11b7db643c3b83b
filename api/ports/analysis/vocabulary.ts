/**
 * The platform's own words for tags, used where a tenant has none: what is shown, in the plain singular, and the kinds
 * of pictures that people look for. Small on purpose: free tags say the rest.
 */
const TERMS = `
abstract, allegory, animal, architecture, armour, autumn, baby, ballet, bathing, battle, beach, bird, boat, book,
bridge, building, butterfly, camera, candle, car, castle, cat, cathedral, cattle, child, church, circus, city, cliff,
cloud, coast, colour field, costume, cow, crowd, dance, death, desert, dog, door, dream, dress, elephant, factory,
family, farm, fashion, fire, fish, flag, flower, food, forest, fountain, friendship, fruit, funeral, garden,
geometric, ghost, girl, grief, harbour, harvest, hat, hill, horse, house, hunting, identity, industry, insect,
interior, island, jewellery, journey, king, kitchen, lake, landscape, language, letter, lion, love, machine, man, map,
market, marriage, mask, meadow, memory, migration, mirror, monument, moon, mosque, mother, mountain, music, myth,
night, nude, old age, orchard, pattern, pet, plant, poetry, politics, portrait, poster, poverty, protest, queen,
rabbit, railway, rain, reading, religion, river, road, rock, ruin, saint, sculpture, sea, self-portrait, shadow,
shell, ship, shipwreck, sleep, snake, snow, soldier, sport, spring, statue, still life, storm, street, summer,
sunrise, sunset, sword, symbol, temple, theatre, tower, town, toy, train, travel, tree, urban life, vase, village,
war, water, waterfall, wedding, whale, wind, window, winter, woman, woodland, writing
`;

export const PLATFORM_VOCABULARY: readonly string[] = TERMS.trim().split(/,\s*/);
