// Texts that are large or strange: each is answered, with a result that holds,
// in a time that is bounded by that of an ordinary text of the same size, and
// in bounded memory. All times are of this run, so a slow machine is no excuse
// and no reason to fail.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { articles, importBuilt, wasmFile } from './web/support/build.mjs';
import { plainText } from './web/support/article.mjs';
import { command } from './support/engines.mjs';
import { checkInvariants } from './support/invariants.mjs';

const MEGABYTE = 1_000_000;
// An ordinary text is slow for what it holds: names in every sentence. A strange
// one may take as much work at every byte as that does at every word.
const SLOWEST = 20;
// Of address space, for a text of 10 MB: its tokens, its result and its JSON.
const MOST_MEMORY = 3 * 1024 * MEGABYTE;

const folder = mkdtempSync(join(tmpdir(), 'bluepencil-large-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const stories = articles().map(({ xml }) => plainText(xml));
const ordinary = (size) => fill(size, (index) => `${stories[index % stories.length]}\n`);
const repeated = (piece, size = MEGABYTE) => fill(size, () => piece);
const some = (piece) => repeated(piece, MEGABYTE / 4);

function fill(size, piece) {
  const parts = [];
  for (let length = 0, index = 0; length < size; index++) {
    parts.push(piece(index));
    length += Buffer.byteLength(parts.at(-1));
  }
  return parts.join('');
}

function write(text) {
  const path = join(folder, 'text.txt');
  writeFileSync(path, text);
  return path;
}

// Runs the command with a bound on its memory; gives the seconds and the result.
function annotate(text, words = []) {
  const path = write(text);
  const began = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync('sh', ['-c', `ulimit -v ${Math.floor(MOST_MEMORY / 1024)} && exec "$@"`, 'sh', command, '--date', '2019-05-31', ...words, path],
    { encoding: 'utf8', maxBuffer: 1 << 30 });
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  assert.equal(stderr.replace(/^bluepencil: warning: the text does not look like English.*\n$/, ''), '');
  assert.equal(status, 0);
  return { seconds, json: stdout };
}

// Seconds for a megabyte of ordinary text, the better of two runs.
const usual = Math.min(...[0, 1].map(() => annotate(ordinary(MEGABYTE)).seconds));

const { Machine } = await importBuilt('machine.js');
const module = new WebAssembly.Module(readFileSync(wasmFile));

function annotateInWasm(text) {
  const instance = new WebAssembly.Instance(module, {});
  const machine = new Machine(instance);
  const json = machine.annotate(machine.newEngine('{}'), text, { date: '2019-05-31' });
  return { json, memory: instance.exports.memory.buffer.byteLength };
}

const strange = {
  'ordinary text': ordinary(MEGABYTE),
  'one token': repeated('a'),
  'one number': some('1'),
  'one capital': some('A'),
  'one address': some('a.'),
  'one handle after another': some('@a '),
  'opening marks': repeated('\u201c'),
  'straight marks': some('"'),
  'straight marks with words between': some('"a" '),
  'single marks': some("' 'a "),
  'marks in marks': repeated('\u201ca \u2018b '),
  'marks in marks that close': '\u201ca \u2018b '.repeat(MEGABYTE / 20) + 'b\u2019 a\u201d '.repeat(MEGABYTE / 20),
  'paragraphs that open and never close': repeated('\u201cWe did not pay.\n\n'),
  'opening brackets': repeated('('),
  'brackets in brackets': '('.repeat(MEGABYTE / 2) + ')'.repeat(MEGABYTE / 2),
  'full stops': some('.'),
  'full stops with spaces': some('. '),
  'hyphens': some('a-'),
  'apostrophes': some("a'"),
  'figures with slashes': repeated('1/'),
  'figures with stops': some('1.'),
  'figures with commas': some('1,'),
  'figures with spaces': some('12 '),
  'figures with hyphens': some('12-'),
  'May May May': repeated('May '),
  'every month': some('January February March April May June July '),
  'weekdays': some('Monday, '),
  'last last last': some('last '),
  'the first of the last of the': some('the first of the last of the '),
  'twenty twenty twenty': some('twenty '),
  'a hundred and': some('a hundred and '),
  'money': some('$1 million and '),
  'he said': repeated('he said '),
  'he said, with marks': repeated('"a," he said, "b," '),
  'according to': some('according to '),
  'said that said that': some('said that '),
  'who, who': some('Ama, who '),
  'no full stop': repeated('the boat that Ama Nkrumah built in Turin sank and '),
  'all capitals': ordinary(MEGABYTE).toUpperCase(),
  'no capitals': ordinary(MEGABYTE).toLowerCase(),
  'every word a capital': ordinary(MEGABYTE).replace(/\b\p{Ll}/gu, (letter) => letter.toUpperCase()),
  'every line a name': fill(MEGABYTE, (index) => `Ama Nkrumah${String.fromCharCode(97 + (index % 26))}\n`),
  'words that all differ': fill(MEGABYTE, (index) => `${index.toString(36)} `),
  'names that all differ': fill(MEGABYTE, (index) => `Ama Nk${index.toString(36)} met Kofi Br${(index * 7).toString(36)}. `),
  'one surname, many first names': fill(MEGABYTE, (index) => `${'ABCDEFGH'[index % 8]}${(index % 3000).toString(36)} Nkrumah `),
  'acronyms': some('U.N. '),
  'acronyms in brackets': some('United Nations (UN) '),
  'initials': some('J. '),
  'titles': some('Mr. '),
  'line ends': some('\n'),
  'carriage returns': some('\r'),
  'one letter a line': some('a\n'),
  'one letter a paragraph': some('a\n\n'),
  'read more': repeated('Read more\n\n'),
  'from right to left': repeated('\u05e9\u05dc\u05d5\u05dd '),
  'from right to left, by force': some('\u202ea '),
  'combining marks': `a${repeated('\u0301')}`,
  'joined emoji': some('\u{1F469}\u200d'),
  'flags': some('\u{1F1F3}\u{1F1F4}'),
  'soft hyphens': `a${repeated('\u00ad')}`,
  'zero-width spaces': some('\u200b'),
  'NUL bytes': repeated('\u0000'),
  'Chinese': some('\u6e2f\u53e3\u5173\u95ed\u4e86\u3002'),
};

for (const [name, text] of Object.entries(strange)) {
  const size = Buffer.byteLength(text) / MEGABYTE;
  test(`${size.toFixed(2)} MB of ${name}`, () => {
    const { seconds, json } = annotate(text);
    checkInvariants(text, JSON.parse(json));
    assert.ok(seconds <= SLOWEST * usual * size, `${seconds.toFixed(2)} s, where ordinary text takes ${(usual * size).toFixed(2)} s`);
  });
}

for (const name of ['ordinary text', 'he said, with marks', 'figures with stops', 'one token', 'opening brackets', 'combining marks']) {
  test(`a megabyte of ${name}, in WebAssembly`, () => {
    const { json, memory } = annotateInWasm(strange[name]);
    assert.equal(`${json}\n`, annotate(strange[name]).json);
    assert.ok(memory < 512 * MEGABYTE, `${memory / MEGABYTE} MB of memory`);
  });
}

// Names that no list has, each its own.
const invented = (index) => `Ama Nk${index.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[digit])}`;

for (const [name, nameOf] of Object.entries({ 'a hundred thousand names': invented, 'one name a hundred thousand times': () => invented(7) })) {
  test(`house style with ${name}`, () => {
    const house = join(folder, 'house.json');
    writeFileSync(house, JSON.stringify({ names: Array.from({ length: 100_000 }, (_, index) => ({ name: nameOf(index), type: 'person', id: String(index) })) }));
    const { seconds, json } = annotate(`${invented(7)} arrived in Turin.`, ['--house', house]);
    const { entities } = JSON.parse(json);
    assert.equal(entities[0].name, invented(7));
    assert.match(entities[0].house, name.startsWith('a ') ? /^7$/ : /^\d+$/);
    assert.ok(seconds <= 3 * usual, `${seconds.toFixed(2)} s, where a megabyte takes ${usual.toFixed(2)} s`);
  });
}

const large = ordinary(10 * MEGABYTE);
let largeResult;

test('ten megabytes of ordinary text take ten times as long as one, and not much more', () => {
  const { seconds, json } = annotate(large);
  largeResult = json;
  assert.ok(JSON.parse(json).mentions.length > 100_000);
  assert.ok(seconds <= 2.5 * 10 * usual, `${seconds.toFixed(2)} s, where a tenth takes ${usual.toFixed(2)} s`);
});

test('ten megabytes of one token', () => {
  const { seconds, json } = annotate(repeated('a', 10 * MEGABYTE));
  assert.deepEqual(JSON.parse(json).blocks, [{ start: 0, end: 10 * MEGABYTE, role: 'headline' }]);
  assert.ok(seconds <= 10 * usual, `${seconds.toFixed(2)} s`);
});

test('ten megabytes in one line of JSON', () => {
  const { json } = annotate(`${JSON.stringify({ id: 1, text: large })}\n`, ['--jsonl']);
  assert.ok(json === `{"id":1,${largeResult.slice(1)}`, 'it is not the result of the text alone');
});

test('without memory the command says so and leaves with 1', () => {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', 'ulimit -v 100000 && exec "$@"', 'sh', command, write(large)], { encoding: 'utf8', maxBuffer: 1 << 30 });
  assert.equal(status, 1);
  assert.match(stderr, /^bluepencil: memory: out of memory\n$/);
  assert.equal(stdout, '');
});

test('past its memory a call in WebAssembly fails with "memory", and the next one works', async () => {
  const { loadEngine } = await importBuilt('index.js');
  const engine = await loadEngine({ maxBytes: 2 ** 32 - 1 });
  const story = stories[0];
  const before = JSON.stringify(engine.annotate(story));
  assert.throws(() => engine.annotate(strange['he said, with marks'].repeat(60)), { name: 'AnnotateError', code: 'memory' });
  assert.equal(JSON.stringify(engine.annotate(story)), before);
});
