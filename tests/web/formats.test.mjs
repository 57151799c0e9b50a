// HTML, Web Annotations and CSV from a result.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { articles, build, importBuilt, root, sample } from './support/build.mjs';
import { plainText } from './support/article.mjs';

const { loadEngine, speakersOf, toCSV, toHTML, toSpeakersCSV, toW3C } = await importBuilt('index.js');
const engine = await loadEngine();

const nothing = { schema: 'bluepencil/1', offsets: 'utf-16', language: 'en', reference: { date: null }, blocks: [], entities: [], mentions: [], dates: [], quotes: [] };
const mention = (start, end, text, type = 'person', entity = 'e1') => ({ start, end, text, type, entity, form: 'name', score: 0.9, why: 'test' });
const quote = (spans, text, more = {}) => ({ start: spans[0][0], end: spans.at(-1)[1], text, type: 'direct', spans, score: 0.9, why: 'test', ...more });

const unescape = (html) => html.replace(/&(amp|lt|gt|quot);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name]);
const wordsOf = (html) => unescape(html.replace(/<br>/g, '\n').replace(/<[^>]*>/g, ''));

test('HTML holds every block of the text, unchanged', () => {
  for (const { xml } of articles().slice(0, 60)) {
    const text = plainText(xml);
    const result = engine.annotate(text);
    const blocks = [...toHTML(text, result).matchAll(/^<(h1|p|aside) class="bp-(\w+)">(.*)<\/\1>$/gm)].map(([, , role, html]) => [role, wordsOf(html)]);
    assert.deepEqual(blocks, result.blocks.map(({ role, start, end }) => [role, text.slice(start, end)]));
  }
});

test('HTML tags are closed in the order in which they were opened', () => {
  for (const { xml } of articles()) {
    const open = [];
    const text = plainText(xml);
    for (const [, close, name] of toHTML(text, engine.annotate(text)).matchAll(/<(\/?)(\w+)[^>]*>/g)) {
      if (name === 'br') continue;
      if (close) assert.equal(open.pop(), name);
      else open.push(name);
    }
    assert.deepEqual(open, []);
  }
});

test('HTML escapes words and attributes, and has neither style nor script', () => {
  const text = '<script>alert("x")</script> & Co';
  const result = { ...nothing, blocks: [{ start: 0, end: text.length, role: 'body' }], mentions: [mention(0, 27, text.slice(0, 27), 'organization', 'e"><b>')],
    entities: [{ id: 'e"><b>', type: 'organization', name: 'x', mentions: [0] }] };
  assert.equal(toHTML(text, result), '<article class="bluepencil" lang="en">\n<p class="bp-body"><mark class="bp-mark bp-mention bp-organization" '
    + 'data-entity="e&quot;&gt;&lt;b&gt;">&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;</mark> &amp; Co</p>\n</article>\n');
  assert.doesNotMatch(toHTML(sample, engine.annotate(sample)), /<(script|style)|\sstyle=|\son\w+=/);
});

test('HTML nests: a name in a quotation, the speaker and the cue of it', () => {
  const text = '"Ama won," said Bo. "Twice."';
  const speaker = { start: 16, end: 18, text: 'Bo', name: 'Bo', entity: 'e2' };
  const result = { ...nothing, blocks: [{ start: 0, end: text.length, role: 'body' }],
    entities: [{ id: 'e1', type: 'person', name: 'Ama', mentions: [0] }, { id: 'e2', type: 'person', name: 'Bo', mentions: [1] }],
    mentions: [mention(1, 4, 'Ama'), mention(16, 18, 'Bo', 'person', 'e2')],
    quotes: [quote([[0, 10], [20, 28]], text, { speaker, cue: { start: 11, end: 15, text: 'said' } })] };
  const html = toHTML(text, result);
  assert.match(html, /<mark class="bp-mark bp-quote bp-direct" data-quote="0" data-speaker="Bo" data-entity="e2">&quot;<mark class="bp-mark bp-mention bp-person" data-entity="e1">Ama<\/mark>/);
  assert.match(html, /<span class="bp-speaker" data-quote="0"><mark class="bp-mark bp-mention bp-person" data-entity="e2">Bo<\/mark><\/span>/);
  assert.equal(html.match(/bp-direct/g).length, 2);
});

test('HTML of marks that cross still nests', () => {
  const text = 'one two three';
  const result = { ...nothing, blocks: [{ start: 0, end: 13, role: 'body' }], entities: [{ id: 'e1', type: 'person', name: 'x', mentions: [0, 1] }],
    mentions: [mention(0, 7, 'one two'), mention(4, 13, 'two three')] };
  assert.equal(wordsOf(toHTML(text, result)).trim(), text);
});

test('HTML is the same for every unit of offsets', () => {
  const text = `\u{1F680}\u00e9 ${sample}`;
  const html = toHTML(text, engine.annotate(text));
  for (const offsets of ['utf-8', 'code-point']) assert.equal(toHTML(text, engine.annotate(text, { offsets })), html);
});

test('Web Annotations count code points and quote the words with what is around them', () => {
  const text = `\u{1F680}\u{1F680} ${sample.trim()}`;
  const points = Array.from(text);
  const result = engine.annotate(text);
  const annotations = toW3C(text, result, { source: 'https://example.org/a' });
  assert.equal(annotations.length, result.mentions.filter(({ form }) => form !== 'pronoun').length + result.dates.length + result.quotes.length);
  for (const { target } of annotations) {
    for (const { source, selector: [words, position] } of [target].flat()) {
      assert.equal(source, 'https://example.org/a');
      assert.equal(points.slice(position.start, position.end).join(''), words.exact);
      assert.equal(text.slice(0, points.slice(0, position.start).join('').length).endsWith(words.prefix), true);
      assert.ok(points.slice(position.end).join('').startsWith(words.suffix));
      assert.ok(words.prefix.isWellFormed() && words.suffix.isWellFormed());
    }
  }
});

test('Web Annotations have ids of their own, and a target for every piece of a quotation', () => {
  const annotations = toW3C(sample, engine.annotate(sample));
  assert.equal(new Set(annotations.map(({ id }) => id)).size, annotations.length);
  const split = annotations.filter(({ target }) => Array.isArray(target));
  assert.ok(split.length > 0, 'no quotation in pieces');
  for (const annotation of annotations) {
    assert.equal(annotation['@context'], 'http://www.w3.org/ns/anno.jsonld');
    assert.equal(annotation.type, 'Annotation');
  }
});

test('CSV has a line a mark, in order, with what needs it in quotes', () => {
  const rows = parseCSV(toCSV(engine.annotate(sample)));
  const result = engine.annotate(sample);
  const [heading, ...lines] = rows;
  assert.deepEqual(heading, ['kind', 'type', 'start', 'end', 'text', 'name', 'value', 'entity', 'speaker', 'role', 'words', 'share', 'cue', 'score', 'why']);
  assert.equal(lines.length, result.mentions.length + result.dates.length + result.quotes.length);
  for (const [, , start, end, words] of lines) assert.equal(words, sample.slice(start, end));
  assert.deepEqual(lines.map(([, , start]) => Number(start)), lines.map(([, , start]) => Number(start)).sort((a, b) => a - b));
});

test('CSV doubles quotation marks and keeps line ends inside a cell', () => {
  const text = '"One,\ntwo" said';
  const result = { ...nothing, quotes: [quote([[0, 10]], text.slice(0, 10))] };
  assert.equal(toCSV(result).split('\r\n')[1], 'quote,direct,0,10,"""One,\ntwo""",,,,,,2,1,,0.9,test');
});

const said = '"One, two \u2014 three," said the mayor,\nAma\nNkrumah. "Four." "Five," Bo\u2019s office said. Bo\u2019s Office agreed that "six" was so. Ama said that seven was so.';
const between = (from, to) => [said.indexOf(from), said.indexOf(to, said.indexOf(from)) + to.length];
const speaker = (name, entity) => ({ start: 0, end: 0, text: name, name, ...(entity && { entity }) });
const spoken = (spans, more) => quote(spans, said.slice(spans[0][0], spans.at(-1)[1]), more);
const speeches = { ...nothing, entities: [{ id: 'e1', type: 'person', name: 'Ama\nNkrumah', role: 'mayor,\n of Turin', mentions: [] }], quotes: [
  spoken([between('"One', 'three,"'), between('"Four', '."')], { speaker: speaker('Ama\nNkrumah', 'e1') }),
  spoken([between('"Five', ',"')], { speaker: speaker('Bo\u2019s office') }),
  spoken([between('"six', 'x"')], { type: 'mixed', speaker: speaker('Bo\u2019s Office') }),
  spoken([between('seven', 'so')], { type: 'indirect', speaker: speaker('Ama\nNkrumah', 'e1') }),
  spoken([between('"Four', '."')]),
] };

test('speakers are counted by the words in quotation marks that are theirs', () => {
  assert.deepEqual(speakersOf(speeches), [
    { name: 'Ama Nkrumah', role: 'mayor, of Turin', entity: 'e1', words: 4, share: 0.571, quotes: [0, 3] },
    { name: 'Bo\u2019s office', words: 2, share: 0.286, quotes: [1, 2] },
    { name: '', words: 1, share: 0.143, quotes: [4] },
  ]);
  assert.equal(toSpeakersCSV(speeches), 'speaker,role,words,share\r\nAma Nkrumah,"mayor, of Turin",4,0.571\r\nBo\u2019s office,,2,0.286\r\n,,1,0.143\r\n');
  assert.deepEqual(speakersOf(nothing), []);
});

test('a line of CSV for a quotation has its speaker, their role, its words and their share', () => {
  const lines = parseCSV(toCSV(speeches)).slice(1).map((cells) => cells.slice(8, 12).join('|'));
  assert.deepEqual(lines, ['Ama Nkrumah|mayor, of Turin|4|0.571', '||1|0.143', 'Bo\u2019s office||1|0.143', 'Bo\u2019s Office||1|0.143', 'Ama Nkrumah|mayor, of Turin|0|0']);
});

test('what an article has in quotation marks is all somebody\u2019s, in any unit of offsets', () => {
  for (const { xml } of articles().slice(0, 60)) {
    const text = `\u{1F680} ${plainText(xml)}`;
    const speakers = speakersOf(engine.annotate(text));
    for (const offsets of ['utf-8', 'code-point']) assert.deepEqual(speakersOf(engine.annotate(text, { offsets })), speakers);
    const [words, share] = ['words', 'share'].map((key) => speakers.reduce((total, speaker) => total + speaker[key], 0));
    assert.ok(words ? Math.abs(share - 1) < 0.0006 * speakers.length : share === 0, `${words} words, ${share} of them shared out`);
  }
});

// Where only the web is built there is no command to compare with.
const command = join(build, 'bluepencil');

test('the command writes the same, byte for byte', { skip: existsSync(command) ? false : 'the command is not built' }, () => {
  const result = engine.annotate(sample);
  const formats = { json: `${JSON.stringify(result)}\n`, html: toHTML(sample, result), csv: toCSV(result),
    speakers: toSpeakersCSV(result), webannotation: `${JSON.stringify(toW3C(sample, result))}\n` };
  for (const [format, expected] of Object.entries(formats)) {
    const { stdout, status } = spawnSync(command, ['--format', format, join(root, 'web/sample.txt')], { encoding: 'utf8' });
    assert.equal(status, 0, format);
    assert.equal(stdout, expected, format);
  }
});

function parseCSV(csv) {
  const rows = [];
  for (const [, first, quoted, plain] of csv.matchAll(/(^|\r\n|,)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)) {
    if (first !== ',') rows.push([]);
    rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
  }
  return rows.slice(0, -1);
}
