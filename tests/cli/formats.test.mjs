// What the command writes is what the modules of the package write, byte for byte.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import { articles, build, root, importBuilt, sample } from '../web/support/build.mjs';
import { plainText } from '../web/support/article.mjs';
import { run } from '../support/engines.mjs';

const { loadEngine, toCSV, toHTML, toSpeakersCSV, toW3C } = await importBuilt('index.js');
const engine = await loadEngine();
const texts = [sample, ...articles().filter((_, index) => index % 12 === 0).map(({ xml }) => plainText(xml)),
  '', ' \n', '\u{1F680} Élan said "it\'s <b>5 & 6</b>".\r\nAma, "Bo"; 1,5\n', 'a\u0000b “Ama Nkrumah” said.',
  '“One\u2014two,” said Ama\nNkrumah. “\u{1F680} 3\u2009% … \u00a0Ça va,” officials said. “日本 ½ –,” Officials said. “Nobody named.”'];

const write = (words, text) => {
  const { status, stdout, stderr } = run(words, text);
  assert.equal(stderr, '');
  assert.equal(status, 0);
  return stdout;
};

for (const offsets of ['utf-16', 'utf-8', 'code-point']) {
  test(`JSON, HTML, CSV, speakers and Web Annotations, offsets in ${offsets}`, () => {
    for (const text of texts) {
      const result = engine.annotate(text, { offsets, date: '2019-05-31' });
      const words = ['--offsets', offsets, '--date', '2019-05-31', '--format'];
      assert.equal(write([...words, 'json'], text), `${JSON.stringify(result)}\n`);
      assert.equal(write([...words, 'html'], text), toHTML(text, result));
      assert.equal(write([...words, 'csv'], text), toCSV(result));
      assert.equal(write([...words, 'speakers'], text), toSpeakersCSV(result));
      assert.equal(write([...words, 'webannotation'], text), `${JSON.stringify(toW3C(text, result))}\n`);
    }
  });
}

const story = 'Ama Nkrumah arrived in Turin on Friday. "We wait," she said.';
const plain = `[Ama Nkrumah|person] arrived in [Turin|place] on [Friday|date]. ["We wait,"|direct] she said.

People
  Ama Nkrumah

Places
  Turin

When
  2019-05-31         Friday

Who said what
  Ama Nkrumah: "We wait,"
`;

test('the format for people has the marks in the text and lists below', () => {
  assert.equal(write(['--format', 'text', '--date', '2019-05-31'], story), plain);
});

test('what is reported has its verb beside it, for denied is not said', () => {
  const written = write(['--format', 'text'], 'Ama Nkrumah denied that the gate was open.');
  assert.match(written, /Who said what\n {2}Ama Nkrumah \(denied\): the gate was open\n$/);
});

test('colour, when it is asked for, changes no word', () => {
  const coloured = write(['--format', 'text', '--color', 'always', '--date', '2019-05-31'], story);
  // eslint-disable-next-line no-control-regex
  const bare = coloured.replace(/\u001b\[[0-9;]*m/g, '');
  assert.match(coloured, /\u001b\[1;34mAma Nkrumah\u001b\[0m/);
  assert.equal(bare, plain.replace(/\[([^|\]]*)\|\w+\]/g, '$1'));
  assert.equal(write(['--format', 'text', '--colour', 'never', '--date', '2019-05-31'], story), plain);
});

test('what could steer a terminal is not written to one', () => {
  const text = 'Ama Nkrumah \u001b[31m left\u0007 Turin.';
  for (const colour of ['always', 'never']) {
    assert.doesNotMatch(write(['--format', 'text', '--color', colour], text).replace(/\u001b\[[0-9;]*m/g, ''), /[\u0000-\u0008\u000b-\u001f]/);
    assert.doesNotMatch(write(['--format', 'text', '--color', colour], text), /\u001b\[31m/);
  }
});

test('a table of many articles has their ids in front', () => {
  const records = [{ id: 'a,1', text: story, date: '2019-05-31' }, { id: 7, text: 'Turin.' }, { text: 'Oslo.' }];
  const table = write(['--jsonl', '--format', 'csv'], records.map((record) => JSON.stringify(record)).join('\n'));
  const [heading, ...rows] = table.split('\r\n').slice(0, -1);
  assert.equal(heading, 'id,kind,type,start,end,text,name,value,entity,speaker,role,words,share,cue,score,why');
  const own = toCSV(engine.annotate(story, { date: '2019-05-31' })).split('\r\n').slice(1, -1);
  assert.deepEqual(rows.slice(0, own.length), own.map((row) => `"a,1",${row}`));
  assert.match(rows.at(-2), /^7,mention,place,0,5,Turin,/);
  assert.match(rows.at(-1), /^,mention,place,0,4,Oslo,/);
});

const talks = [
  { id: 'a,1', text: 'Ama Nkrumah arrived in Turin. "We wait here," she said. "No," a spokesman for the mill, in Oslo, said.' },
  { id: 2, text: 'Ama Nkrumah came, too. "One more time," said Nkrumah.' },
  { text: 'Nobody spoke.' },
].map((record) => JSON.stringify(record)).join('\n');

test('a table of the speakers of many articles has their ids in front', () => {
  const table = write(['--jsonl', '--format', 'speakers', '--jobs', '2'], talks);
  assert.equal(table, 'id,speaker,role,words,share\r\n"a,1",Ama Nkrumah,,3,0.75\r\n"a,1",spokesman for the mill,,1,0.25\r\n2,Ama Nkrumah,,3,1\r\n');
  const { stdout, stderr, status } = run(['--jsonl', '--format', 'speakers'], `{\n${talks}`);
  assert.equal(stdout, table);
  assert.match(stderr, /line 1: json/);
  assert.equal(status, 1);
});

test('the line of shell in the README and the manual counts the sources of many articles', () => {
  const manual = readFileSync(join(root, 'man/bluepencil.1'), 'utf8').replace(/\\-/g, '-').replace(/\\\(aq/g, "'").replace(/\\\(dq/g, '"').replace(/\\e/g, '\\');
  const line = /^.*bluepencil .*--format speakers.*\n?.*\|\s+sed .*uniq -c.*$/m;
  const [counts] = line.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? assert.fail('the README has no such line');
  const [other] = line.exec(manual) ?? assert.fail('the manual has no such line');
  const bare = (words) => words.replace(/build\//, '').replace(/\s+/g, ' ').trim();
  assert.equal(bare(other), bare(counts));
  const folder = mkdtempSync(join(tmpdir(), 'bluepencil-'));
  writeFileSync(join(folder, 'year.jsonl'), talks);
  const { stdout } = spawnSync('sh', ['-c', bare(counts)], { cwd: folder, encoding: 'utf8', env: { ...process.env, PATH: `${build}${delimiter}${process.env.PATH}` } });
  rmSync(folder, { recursive: true });
  assert.deepEqual(stdout.trim().split('\n').map((row) => row.trim()), ['2 Ama Nkrumah', '1 spokesman for the mill']);
});
