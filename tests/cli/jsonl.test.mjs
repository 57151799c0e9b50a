// Many articles, a line each: in order, whatever the threads do and whatever is wrong with a line.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { articles, sample } from '../web/support/build.mjs';
import { plainText } from '../web/support/article.mjs';
import { annotateLines, command, openWasm, run } from '../support/engines.mjs';

const wasm = await openWasm();
const stories = articles().map(({ xml }) => plainText(xml));
const line = (record) => `${JSON.stringify(record)}\n`;
const parse = (stdout) => stdout.split('\n').slice(0, -1).map((json) => JSON.parse(json));

// 2,000 of very different lengths.
const many = Array.from({ length: 2000 }, (_, index) => ({ id: `n-${index}`, text: index % 7 === 0 ? stories[index % stories.length] : `Ama Nkrumah left Turin on ${index} May. ${'It rained. '.repeat(index % 11)}` }));
const input = many.map(line).join('');

test('2,000 records come out in their order, by four threads as by one', () => {
  const four = run(['--jsonl', '--jobs', '4'], input);
  assert.equal(four.stderr, '');
  assert.equal(four.status, 0);
  assert.deepEqual(parse(four.stdout).map(({ id }) => id), many.map(({ id }) => id));
  assert.equal(run(['--jsonl', '--jobs', '1'], input).stdout, four.stdout);
  assert.equal(run(['--jsonl', '--jobs', '64'], input).stdout, four.stdout);
});

test('a line is what WebAssembly gives for its text', () => {
  const some = many.slice(0, 50);
  assert.deepEqual(annotateLines(some), some.map(({ text }) => wasm.annotate(text)));
});

test('ids come back as they are written', () => {
  const ids = ['1134567890123456789', '-1.50e+400', '"a\\u0000b\\ud800"', '"\\"},\\\\"', '{ "id" : [ 1, {"text":"]"} ] }', '"\\u00e9\\/é"'];
  const { stdout, status } = run(['--jsonl'], ids.map((id) => `{ "text" : "Turin, \\"id\\": 3.", "no": {"id":0}, "id" : ${id} , "id":1}\n`).join(''));
  assert.equal(status, 0);
  assert.deepEqual(stdout.split('\n').slice(0, -1).map((written) => written.slice(0, written.indexOf(',"schema"'))), ids.map((id) => `{"id":${id}`));
  const table = run(['--jsonl', '--format', 'csv'], '{"id":1134567890123456789,"text":"Turin."}\n{"id":"a\\u0000","text":"Turin."}\n').stdout;
  assert.match(table, /\n1134567890123456789,mention,.*\r\n"""a\\u0000""",mention,/);
});

test('a table tells of a warning beside it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bluepencil-wild-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'wild.json'), '{"patterns":[{"type":"law","regex":"(a+)+b"}]}');
  const { stderr, status } = run(['--jsonl', '--format', 'csv', '--house', join(folder, 'wild.json')], line({ text: `Ama sang ${'a'.repeat(60)} by Turin.` }));
  assert.equal(status, 0);
  assert.match(stderr, /^bluepencil: line 1: warning: .+\n$/);
});

test('ids come back as they are, of whatever type', () => {
  const ids = ['a"b', 17, 1.5, null, true, { of: ['many'] }, 'é🚀'];
  const { stdout, status } = run(['--jsonl'], ids.map((id) => line({ id, text: 'Turin.' })).join(''));
  assert.equal(status, 0);
  assert.deepEqual(parse(stdout).map(({ id }) => id), ids);
  assert.ok(!('id' in JSON.parse(run(['--jsonl'], line({ text: 'Turin.' })).stdout)));
});

test("a record's date goes before the command's", () => {
  const records = [{ text: 'On Friday.', date: '2019-05-31' }, { text: 'On Friday.' }, { text: 'On Friday.', date: null }];
  const { stdout } = run(['--jsonl', '--date', '2020-01-03'], records.map(line).join(''));
  assert.deepEqual(parse(stdout).map(({ reference }) => reference.date), ['2019-05-31', '2020-01-03', '2020-01-03']);
});

test('what is wrong with a line is told in its place; the run goes on; the status is 1', () => {
  const bad = [
    ['{"id":1,"text":"Turin."', 'json'],
    ['Turin.', 'json'],
    ['[]', 'json'],
    ['"Turin."', 'json'],
    ['{"id":1} {"id":2}', 'json'],
    ['{"id":1}', 'options'],
    ['{"id":1,"text":7}', 'options'],
    ['{"id":1,"text":null}', 'options'],
    ['{"id":1,"text":"Turin.","date":"2019-02-30"}', 'options'],
    ['{"id":1,"text":"Turin.","date":20190531}', 'options'],
    ['{"id":1,"text":"a\u0001b"}', 'json'],
    ['\u0000', 'json'],
  ];
  const good = line({ id: 'good', text: 'Turin.' });
  const { stdout, stderr, status } = run(['--jsonl', '--jobs', '3'], bad.map(([text]) => `${good}${text}\n`).join('') + good);
  const lines = parse(stdout);
  assert.equal(status, 1);
  assert.equal(stderr, '');
  assert.equal(lines.length, 2 * bad.length + 1);
  lines.forEach((result, index) => {
    if (index % 2 === 0) return assert.equal(result.id, 'good');
    const [text, code] = bad[(index - 1) / 2];
    assert.equal(result.error?.code, code, text);
    assert.equal(result.line, index + 1);
    assert.equal(typeof result.error.message, 'string');
    return assert.equal(result.id, code === 'options' ? 1 : undefined);
  });
});

test('in a table a wrong line is told on standard error, by its number', () => {
  const { stdout, stderr, status } = run(['--jsonl', '--format', 'csv'], `${line({ id: 1, text: 'Turin.' })}{\n${line({ id: 3, text: 'Oslo.' })}`);
  assert.equal(status, 1);
  assert.match(stderr, /^bluepencil: line 2: json: /);
  assert.deepEqual(stdout.split('\r\n').slice(1, -1).map((row) => row[0]), ['1', '3']);
});

test('a line that is not UTF-8 is one wrong line', () => {
  const { stdout, status } = run(['--jsonl'], Buffer.concat([Buffer.from(line({ id: 1, text: 'Turin.' })), Buffer.from([0x7b, 0xff, 0x7d, 0x0a]), Buffer.from(line({ id: 3, text: 'Oslo.' }))]));
  const lines = parse(stdout);
  assert.equal(status, 1);
  assert.deepEqual(lines.map(({ id, error }) => [id, error?.code, error?.at]), [[1, undefined, undefined], [undefined, 'utf8', 1], [3, undefined, undefined]]);
});

test('NUL and halves of surrogate pairs, escaped as JavaScript escapes them', () => {
  const texts = ['Ama\u0000 Nkrumah left Turin.', '\u0000\u0000', 'Ama \ud83d left Turin.', '\ude80\ud83d Turin.', '\ud83d\ude80 Turin.', '\\u0000 Turin.', '\\ud83d Turin.', '"\\"\u0000'];
  const { stdout, status } = run(['--jsonl'], texts.map((text, id) => line({ id, text })).join(''));
  assert.equal(status, 0);
  stdout.split('\n').slice(0, -1).forEach((json, id) => assert.equal(json, `{"id":${id},${wasm.annotate(texts[id]).slice(1)}`, JSON.stringify(texts[id])));
});

test('blank lines, CRLF and a last line without an end', () => {
  const { stdout, status } = run(['--jsonl'], `\n  \n${JSON.stringify({ id: 1, text: 'Turin.' })}\r\n\r\n${JSON.stringify({ id: 2, text: 'Oslo.' })}`);
  assert.equal(status, 0);
  assert.deepEqual(parse(stdout).map(({ id }) => id), [1, 2]);
});

test('no lines at all', () => {
  assert.deepEqual({ ...run(['--jsonl'], '') , output: 0, pid: 0 }, { status: 0, signal: null, output: 0, pid: 0, stdout: '', stderr: '' });
});

test('a text over the limit is one wrong line', () => {
  const { stdout, status } = run(['--jsonl', '--max-bytes', '20'], line({ id: 1, text: 'Turin.' }) + line({ id: 2, text: 'Turin. '.repeat(4) }) + line({ id: 3, text: 'x'.repeat(70000) }) + line({ id: 4, text: 'Oslo.' }));
  assert.equal(status, 1);
  assert.deepEqual(parse(stdout).map(({ id, error }) => [id, error?.code, error?.at]), [[1, undefined, undefined], [2, 'too-large', 20], [undefined, 'too-large', 20], [4, undefined, undefined]]);
});

test('lines are answered as they come, not at the end', { timeout: 60_000 }, async () => {
  const child = spawn(command, ['--jsonl', '--jobs', '2']);
  try {
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    for (const id of [1, 2, 3]) {
      child.stdin.write(line({ id, text: sample }));
      assert.equal(JSON.parse((await answers.next()).value).id, id);
    }
    child.stdin.end();
    assert.equal(await new Promise((resolve) => child.on('close', resolve)), 0);
  } finally {
    child.kill();
  }
});
