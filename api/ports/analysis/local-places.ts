/** A small gazetteer: countries, capitals, and cities and regions that art is often from. */
const list = (text: string): string[] =>
  text
    .trim()
    .split(/\s*,\s*/)
    .filter(Boolean);

export const PLACES: ReadonlySet<string> = new Set(
  list(`
Afghanistan, Albania, Algeria, Andorra, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahamas, Bahrain,
Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bhutan, Bolivia, Bosnia, Botswana, Brazil, Brunei, Bulgaria,
Burkina Faso, Burma, Burundi, Cambodia, Cameroon, Canada, Chile, China, Colombia, Congo, Costa Rica, Croatia, Cuba,
Cyprus, Czechoslovakia, Denmark, Djibouti, Dominican Republic, Ecuador, Egypt, El Salvador, England, Eritrea, Estonia,
Ethiopia, Fiji, Finland, France, Gabon, Gambia, Germany, Ghana, Great Britain, Greece, Greenland, Guatemala, Guinea,
Guyana, Haiti, Honduras, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland, Israel, Italy, Ivory Coast, Jamaica,
Japan, Kazakhstan, Kenya, Korea, Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia, Lebanon, Liberia, Libya, Liechtenstein,
Lithuania, Luxembourg, Madagascar, Malawi, Malaysia, Maldives, Mali, Malta, Mauritania, Mauritius, Mexico, Moldova,
Monaco, Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Namibia, Nepal, Netherlands, New Zealand, Nicaragua, Niger,
Nigeria, North Korea, Northern Ireland, Norway, Oman, Pakistan, Palestine, Panama, Papua New Guinea, Paraguay, Persia,
Peru, Philippines, Poland, Portugal, Prussia, Puerto Rico, Qatar, Romania, Russia, Rwanda, Samoa, Saudi Arabia,
Scotland, Senegal, Serbia, Sierra Leone, Singapore, Slovakia, Slovenia, Somalia, South Africa, South Korea,
Soviet Union, Spain, Sri Lanka, Sudan, Suriname, Sweden, Switzerland, Syria, Tahiti, Taiwan, Tajikistan, Tanzania,
Thailand, Tibet, Togo, Tonga, Trinidad, Tunisia, Turkey, Turkmenistan, Uganda, Ukraine, United Kingdom, United States,
Uruguay, USA, Uzbekistan, Venezuela, Vietnam, Wales, Yemen, Yugoslavia, Zambia, Zimbabwe,
Africa, America, Antarctica, Asia, Europe, North America, Oceania, South America, Scandinavia, Siberia, Middle East,
Abuja, Accra, Addis Ababa, Algiers, Amman, Amsterdam, Ankara, Antwerp, Arles, Athens, Atlanta, Auckland, Auvers,
Baghdad, Baku, Baltimore, Bamako, Bangkok, Barcelona, Basel, Beijing, Beirut, Belfast, Belgrade, Bergen, Berlin, Bern,
Birmingham, Bogota, Bologna, Bombay, Bordeaux, Boston, Bratislava, Brighton, Bristol, Bruges, Brussels, Bucharest,
Budapest, Buenos Aires, Cairo, Calcutta, Cambridge, Canberra, Cape Town, Caracas, Casablanca, Chicago, Cleveland,
Cologne, Constantinople, Copenhagen, Cordoba, Cornwall, Dakar, Dallas, Damascus, Delft, Delhi, Detroit, Dhaka, Dresden,
Dublin, Dusseldorf, Edinburgh, Essen, Ferrara, Florence, Frankfurt, Geneva, Genoa, Ghent, Glasgow, Granada, Guernica,
Haarlem, Hamburg, Hanoi, Harlem, Havana, Helsinki, Hiroshima, Hong Kong, Houston, Islamabad, Istanbul, Jakarta,
Jerusalem, Johannesburg, Kabul, Karachi, Kathmandu, Khartoum, Kiev, Kinshasa, Krakow, Kuala Lumpur, Kyiv, Kyoto, Lagos,
Lahore, Leeds, Leiden, Leipzig, Leningrad, Lima, Lisbon, Liverpool, Ljubljana, London, Los Angeles, Luxor, Lyon,
Madras, Madrid, Manchester, Manila, Manhattan, Mantua, Marrakech, Marseille, Mecca, Melbourne, Memphis, Mexico City,
Miami, Milan, Minneapolis, Minsk, Montevideo, Montmartre, Montreal, Moscow, Mumbai, Munich, Nairobi, Nagasaki, Naples,
New Delhi, New Orleans, New York, New York City, Brooklyn, Nice, Nuremberg, Oslo, Ottawa, Oxford, Padua, Palermo, Paris,
Parma, Perth, Philadelphia, Pisa, Pittsburgh, Pompeii, Porto, Prague, Pyongyang, Quebec, Quito, Reykjavik, Riga,
Rio de Janeiro, Rome, Rotterdam, Rouen, Saint Petersburg, St Petersburg, St Ives, San Francisco, San Juan, Santiago,
Sao Paulo, Sarajevo, Seattle, Seoul, Seville, Shanghai, Siena, Skopje, Sofia, Stockholm, Strasbourg, Sydney, Tallinn,
Tangier, Tbilisi, Tehran, Tel Aviv, The Hague, Tirana, Tokyo, Toledo, Toronto, Toulouse, Trieste, Tripoli, Tunis, Turin,
Ulaanbaatar, Urbino, Utrecht, Valencia, Vancouver, Vatican, Venice, Verona, Versailles, Vienna, Vilnius, Warsaw,
Washington, Wellington, Yerevan, Zagreb, Zanzibar, Zurich,
Alsace, Andalusia, Bavaria, Brittany, Burgundy, California, Catalonia, Crete, Devon, Dorset, Essex, Flanders, Florida,
Galicia, Georgia, Hawaii, Illinois, Kent, Lombardy, Maine, Massachusetts, Montana, Nevada, New England, New Jersey,
New Mexico, Normandy, Ohio, Ontario, Oregon, Pennsylvania, Provence, Saxony, Sicily, Somerset, Suffolk, Surrey, Sussex,
Texas, Tuscany, Umbria, Vermont, Virginia, Yorkshire, Lake District,
Seine, Thames, Danube, Rhine, Nile, Ganges, Hudson River, Mississippi, Tiber, Arno, Alps, Andes, Himalayas, Pyrenees,
Mount Fuji, Vesuvius, Mediterranean, Baltic, Atlantic, Pacific, Sahara`),
);

/** Last words that make a place of what stands before them. */
export const PLACE_ENDINGS: ReadonlySet<string> = new Set(
  list(`Abbey, Avenue, Bay, Beach, Bridge, Castle, Coast, County, Desert, Falls, Forest, Harbour, Harbor, Hill, Hills,
Island, Islands, Lake, Mountain, Mountains, Ocean, Palace, Park, Peninsula, Province, River, Road, Sea, Square, Street,
Valley`),
);
/** First words that do. */
export const PLACE_BEGINNINGS: ReadonlySet<string> = new Set(
  list('Cape, Lake, Loch, Mont, Mount, Port, Fort'),
);
