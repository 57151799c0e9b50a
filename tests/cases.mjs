// Runs the case files, each case through the native command and through the
// WebAssembly module, whose JSON must be the same to the last byte.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { join } from 'node:path';
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { build } from './web/support/build.mjs';
import { readCases } from './support/casefile.mjs';
import { annotateLines, openWasm, run } from './support/engines.mjs';
import { expectCase } from './support/expect.mjs';
import { checkInvariants } from './support/invariants.mjs';

const UNITS = ['utf-16', 'utf-8', 'code-point'];
const wasm = await openWasm();
const folder = mkdtempSync(join(tmpdir(), 'bluepencil-cases-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const cases = readCases();
const houses = new Map();

function wordsFor({ types, furniture, house, zone, 'day-first': dayFirst, 'max-bytes': most }, unit) {
  const words = ['--offsets', unit];
  if (zone) words.push('--zone', zone);
  if (dayFirst !== undefined) words.push(dayFirst ? '--day-first' : '--month-first');
  if (types) words.push('--types', types.join(','));
  if (furniture) words.push('--furniture');
  if (most) words.push('--max-bytes', String(most));
  if (house) words.push('--house', houseFile(house));
  return words;
}

function houseFile(house) {
  const json = JSON.stringify(house);
  if (!houses.has(json)) {
    houses.set(json, join(folder, `house-${houses.size}.json`));
    writeFileSync(houses.get(json), json);
  }
  return houses.get(json);
}

const settingsFor = ({ house, 'max-bytes': maxBytes }) => ({ ...(house && { house }), ...(maxBytes && { maxBytes }) });
const requestFor = ({ date, zone, 'day-first': dayFirst, types, furniture }, offsets) => ({ date, zone, dayFirst, types, furniture, offsets });

// One process for all cases that share their options; twice, since the second time must give the same.
const native = new Map();
const expectsError = ({ expected }) => expected.some(({ kind }) => kind === 'error');
for (const unit of UNITS) {
  const together = groupBy(cases, (one) => wordsFor(one.options, unit).join('\0'));
  for (const [words, members] of together) {
    const plain = members.filter((one) => !expectsError(one));
    const records = plain.map(({ text, options: { date } }) => ({ text, date }));
    const lines = annotateLines([...records, ...records], words.split('\0'));
    plain.forEach((one, index) => {
      native.set(one, { ...native.get(one), [unit]: lines[index], [`${unit} again`]: lines[index + plain.length] });
    });
  }
}

function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

// Tokens and sentences are no part of the JSON: a program of the tests prints them.
function segmentsOf(text) {
  const printed = execFileSync(join(build, 'asan/tests/unit/segments'), { input: text, encoding: 'utf8', maxBuffer: 1 << 28 });
  const found = { tokens: [], sentences: [] };
  const measures = { byte: Buffer.from(text, 'utf8'), point: Array.from(text) };
  for (const line of printed.split('\n').slice(0, -1)) {
    const { kind, start, end } = JSON.parse(line);
    const words = text.slice(start.unit, end.unit);
    assert.equal(measures.byte.subarray(start.byte, end.byte).toString('utf8'), words);
    assert.equal(measures.point.slice(start.point, end.point).join(''), words);
    found[kind].push(words);
  }
  return found;
}

function checkCase(one) {
  if (expectsError(one)) return checkError(one);
  const text = one.text.toWellFormed();
  for (const unit of UNITS) {
    const json = wasm.annotate(one.text, requestFor(one.options, unit), settingsFor(one.options));
    assertSame(native.get(one)[unit], json, 'native (first) and WebAssembly (second) differ');
    assertSame(native.get(one)[`${unit} again`], json, 'the second time is not like the first');
    checkInvariants(text, JSON.parse(json), one.options);
  }
  return expectCase(one, JSON.parse(native.get(one)[one.options.offsets ?? 'utf-16']), () => segmentsOf(text));
}

function assertSame(one, other, message) {
  if (one === other) return;
  let at = 0;
  while (one[at] === other[at]) at++;
  const around = (json) => json.slice(Math.max(0, at - 60), at + 60);
  assert.fail(`${message} at character ${at}:\n${around(one)}\n${around(other)}`);
}

// "error  utf8 17": the code, and the place. The command says both in words.
function checkError({ text, options, expected: [{ rest }] }) {
  const [code, at] = rest.split(' ');
  const { status, stderr, stdout } = run([...wordsFor(options, 'utf-16'), ...(options.date ? ['--date', options.date] : [])], text);
  assert.equal(stdout, '');
  assert.equal(status, 1);
  assert.match(stderr, at === undefined ? new RegExp(`^bluepencil: ${code}: .+\\n$`) : new RegExp(`^bluepencil: ${code}: .+\\((?:at byte )?${at}(?: bytes)?\\)\\n$`));
  assert.throws(() => wasm.annotate(text, requestFor(options, 'utf-16'), settingsFor(options)), (error) => {
    assert.deepEqual([error.code, error.at], [code, at === undefined ? error.at : Number(at)]);
    return true;
  });
}

for (const one of cases) {
  const name = `${one.file}:${one.line}: ${one.heading}`;
  if (one.options.known === undefined) {
    test(name, () => checkCase(one));
    continue;
  }
  let failure = new assert.AssertionError({ message: 'this case is right now: remove its line "known:"' }), todo;
  try {
    checkCase(one);
  } catch (error) {
    [failure, todo] = [error, one.options.known];
  }
  test(name, { todo }, () => {
    throw failure;
  });
}
