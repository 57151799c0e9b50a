// The command line: what each option does, and what is misuse.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { root, sample } from '../web/support/build.mjs';
import { run } from '../support/engines.mjs';

const folder = mkdtempSync(join(tmpdir(), 'bluepencil-cli-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const file = (name, content) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

const story = 'Ama Nkrumah arrived in Turin on Friday with $5. "We wait," she said.';
const good = (words, text = story) => {
  const { status, stdout, stderr } = run(words, text);
  assert.equal(stderr, '');
  assert.equal(status, 0);
  return stdout;
};
const fails = (words, message, text = story) => {
  const { status, stdout, stderr } = run(words, text);
  assert.equal(stdout, '');
  assert.match(stderr, message);
  return status;
};
const found = (words, text) => {
  const { mentions, dates, quotes } = JSON.parse(good(words, text));
  return [...mentions, ...dates, ...quotes].map(({ type }) => type).sort();
};

test('the version is that of the header, of the package and of the change log', () => {
  const version = /#define BP_VERSION "(.*)"/.exec(readFileSync(join(root, 'include/bluepencil.h'), 'utf8'))[1];
  assert.equal(good(['--version']), `bluepencil ${version}\n`);
  assert.equal(good(['-V']), `bluepencil ${version}\n`);
  assert.equal(JSON.parse(readFileSync(join(root, 'web/package.json'), 'utf8')).version, version);
});

test('help names every option, and nothing that is not there', () => {
  const help = good(['--help']);
  assert.equal(good(['-h']), help);
  for (const line of help.split('\n')) assert.ok(line.length <= 100, line);
  const source = readFileSync(join(root, 'src/app/arguments.c'), 'utf8');
  const options = [...source.matchAll(/\{ "([a-z-]+)", (?:required|no)_argument/g)].map(([, name]) => name).filter((name) => name !== 'colour');
  assert.ok(options.length > 10);
  for (const option of options) assert.match(help, new RegExp(`--${option}\\b`));
  for (const [, option] of help.matchAll(/--([a-z][a-z-]*)/g)) assert.ok(options.includes(option), option);
});

test('a file, standard input, and "-" for it', () => {
  const path = file('story.txt', story);
  const expected = good([]);
  assert.equal(good([path], ''), expected);
  assert.equal(good(['-']), expected);
  assert.equal(good(['--', path], ''), expected);
});

test('a file of lines', () => {
  const path = file('story.jsonl', `${JSON.stringify({ id: 1, text: story })}\n`);
  assert.match(good(['--jsonl', path], ''), /^\{"id":1,/);
});

test('types', () => {
  assert.deepEqual(found([]), ['date', 'direct', 'money', 'person', 'person', 'place']);
  assert.deepEqual(found(['--types', 'place']), ['place']);
  assert.deepEqual(found(['-t', 'place,date, money']), ['date', 'money', 'place']);
  assert.deepEqual(found(['--types=names']), ['person', 'person', 'place']);
  assert.deepEqual(found(['--types', 'rules']), ['money']);
  assert.deepEqual(found(['--types', 'dates']), ['date']);
  assert.deepEqual(found(['--types', 'quotes']), ['direct']);
  assert.equal(fails(['--types', 'people'], /^bluepencil: people: people: types has no such kind\n/), 2);
  assert.equal(fails(['--types', ''], /^bluepencil: /), 2);
  assert.equal(fails(['--types', 'place,'], /^bluepencil: /), 2);
});

test('offsets', () => {
  const text = '🚀é Turin.';
  const start = (words) => JSON.parse(good(words, text)).mentions[0].start;
  assert.equal(start([]), 4);
  assert.equal(start(['--offsets', 'utf-16']), 4);
  assert.equal(start(['-o', 'utf-8']), 7);
  assert.equal(start(['--offsets=code-point']), 3);
  assert.equal(fails(['--offsets', 'utf-32'], /^bluepencil: utf-32: offsets: must be /), 2);
});

test('the date', () => {
  const value = (words) => JSON.parse(good(words)).dates[0].value;
  assert.equal(value(['--date', '2019-05-31']), '2019-05-31');
  assert.equal(value(['-d', '2020-01-05']), '2020-01-03');
  assert.equal(value(['--date', '2020-01-05T10:00']), '2020-01-03');
  for (const date of ['2019-02-29', 'yesterday', '31.5.2019', '2019-05', '"', `2019-05-31T${'0'.repeat(60)}`]) assert.equal(fails(['--date', date], /^bluepencil: /), 2);
});

test('furniture', () => {
  const page = `${sample}\nRead more: Ama Nkrumah opens the harbour at Genoa\n`;
  const names = (words) => JSON.parse(good(words, page)).mentions.map(({ text }) => text);
  assert.ok(!names([]).includes('Genoa'));
  assert.ok(names(['--furniture']).includes('Genoa'));
});

test('the limit', () => {
  assert.equal(fails(['--max-bytes', '10'], /^bluepencil: too-large: .* \(10 bytes\)\n$/), 1);
  good(['--max-bytes', String(Buffer.byteLength(story))]);
  for (const number of ['0', '-1', 'many', '1e3', '99999999999', '', '10k']) assert.equal(fails(['--max-bytes', number], /^bluepencil: .*not a proper number/), 2);
});

test('house style', () => {
  const house = file('house.json', JSON.stringify({ names: [{ name: 'Ama Nkrumah', type: 'person', id: 'p-17' }], ignore: ['Turin'], patterns: [{ type: 'product', regex: 'arri[a-z]+' }] }));
  const { entities, mentions } = JSON.parse(good(['--house', house]));
  assert.equal(entities[0].house, 'p-17');
  assert.deepEqual(mentions.map(({ text }) => text), ['Ama Nkrumah', 'arrived', '$5', 'she']);
});

test('house style that is wrong', () => {
  const wrong = (name, content, message) => assert.equal(fails(['--house', file(name, content)], message), 1);
  wrong('a.json', '{"names":[}', /^bluepencil: json: .* \(at byte 10\)\n$/);
  wrong('b.json', '{"names":[{"name":"Ama","type":"human"}]}', /^bluepencil: options: human: .*\n$/);
  wrong('c.json', '{"patterns":[{"type":"law","regex":"ab(cd"}]}', /^bluepencil: pattern: .*ab\(cd.* \(at byte 5\)\n$/);
  wrong('d.json', '[]', /^bluepencil: json: /);
  wrong('e.json', Buffer.from([0x22, 0xff, 0x22]), /^bluepencil: /);
  assert.equal(fails(['--house', join(folder, 'absent.json')], /^bluepencil: .*absent\.json: No such file or directory\n$/), 1);
});

test('a house pattern that runs wild is told of, and the rest is marked', () => {
  const house = file('wild.json', '{"patterns":[{"type":"law","regex":"(a+)+b"}]}');
  const { status, stdout, stderr } = run(['--house', house], `Ama Nkrumah sang ${'a'.repeat(60)} by Turin.`);
  const { mentions, warnings } = JSON.parse(stdout);
  assert.equal(status, 0);
  assert.deepEqual(mentions.map(({ text }) => text), ['Ama Nkrumah', 'Turin']);
  assert.equal(warnings.length, 1);
  assert.equal(stderr, `bluepencil: warning: ${warnings[0]}\n`);
});

test('a text that is not UTF-8', () => {
  assert.equal(fails([], /^bluepencil: utf8: .* \(at byte 4\)\n$/, Buffer.from('Ama \xff', 'latin1')), 1);
});

test('a file that cannot be read', () => {
  assert.equal(fails([join(folder, 'absent.txt')], /^bluepencil: .*absent\.txt: No such file or directory\n$/), 1);
  assert.equal(fails([folder], /^bluepencil: .*: Is a directory\n$/), 1);
  assert.equal(fails(['--jsonl', join(folder, 'absent.jsonl')], /^bluepencil: .*absent\.jsonl: No such file or directory\n$/), 1);
  assert.equal(fails(['--jsonl', folder], /^bluepencil: /), 1);
});

test('misuse ends with 2 and says where help is', () => {
  for (const words of [['--format', 'xml'], ['--frobnicate'], ['-x'], ['--date'], ['--jobs', '0'], ['--jobs', '1025'], ['--jobs', 'two'], ['--color', 'green'], ['a.txt', 'b.txt'],
    ['--jsonl', '--format', 'html'], ['--jsonl', '--format', 'webannotation'], ['--offsets', 'bytes'], ['--types', 'place;date']]) {
    assert.equal(fails(words, /bluepencil --help/), 2, words.join(' '));
  }
});
