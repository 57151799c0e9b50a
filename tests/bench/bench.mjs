// Speed, memory and size. Speed is that of this machine; beside it stands what
// two well-known libraries make of the same articles in the same process, since
// a ratio travels better than a number.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import * as chrono from 'chrono-node';
import compromise from 'compromise';
import { articles, build, importBuilt, wasmFile } from '../web/support/build.mjs';
import { plainText } from '../web/support/article.mjs';
import { run } from '../support/engines.mjs';

const ROUNDS = 5;
const texts = articles().map(({ xml }) => plainText(xml));
const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
const folder = mkdtempSync(join(tmpdir(), 'bluepencil-bench-'));
const files = texts.map((text, index) => {
  writeFileSync(join(folder, `${index}.txt`), text);
  return join(folder, `${index}.txt`);
});

// The best of some rounds over all articles.
function time(work) {
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    for (const text of texts) work(text);
    best = Math.min(best, (performance.now() - began) / 1000);
  }
  return best;
}

const speed = (seconds) => `${(megabytes / seconds).toFixed(2).padStart(8)} MB/s`;
const row = (name, value, note = '') => console.log(`  ${name.padEnd(34)} ${value}  ${note}`);

console.log(`${texts.length} articles, ${megabytes.toFixed(2)} MB\n\nNative, one thread`);
const { stdout, status } = spawnSync(join(build, 'tests/bench/stages'), files, { encoding: 'utf8' });
if (status !== 0) throw new Error('stages failed');
const stages = stdout.trim().split('\n').map((line) => line.split(' '));
const total = stages.reduce((sum, [, seconds]) => sum + Number(seconds), 0);
for (const [name, seconds] of stages) row(name, speed(Number(seconds)), `${Math.round(100 * seconds / total)} %`);
row('all', speed(total));

console.log('\nWebAssembly in Node, one thread');
const { loadEngine } = await importBuilt('index.js');
const engine = await loadEngine();
const all = time((text) => engine.annotate(text));
const names = time((text) => engine.annotate(text, { types: ['names'] }));
const dates = time((text) => engine.annotate(text, { types: ['dates'] }));
row('all', speed(all), `${(all / total).toFixed(2)} times the native time`);
row('all, but only names in the result', speed(names));
row('all, but only dates in the result', speed(dates));

// Each stage: what the text takes longer with it than without.
const stage = await WebAssembly.instantiate(readFileSync(join(build, 'tests/bench/wasm_stages.wasm')), {});
stage.instance.exports._initialize?.();
const { bench_open: open, bench_take: take, bench_run: bench, memory } = stage.instance.exports;
if (open() !== 0) throw new Error('the engine failed');
const place = take(Math.max(...texts.map((text) => Buffer.byteLength(text))));
const [NAMES, DATES, QUOTES] = [1, 2, 4];
const timed = (stages) => time((text) => {
  const { written } = new TextEncoder().encodeInto(text, new Uint8Array(memory.buffer, place));
  if (bench(place, written, stages) !== 0) throw new Error('a stage failed');
});
const [read, named] = [timed(0), timed(NAMES)];
const inWasm = { text: read, names: named - read, dates: timed(DATES) - read, quotes: timed(NAMES | QUOTES) - named };
for (const [name, seconds] of Object.entries(inWasm)) row(`${name}, the stage`, speed(seconds));
row('names and quotes together', speed(inWasm.names + inWasm.quotes));

console.log('\nLoading');
const milliseconds = (value) => `${value.toFixed(0).padStart(8)} ms`;
const best = (work) => Math.min(...Array.from({ length: ROUNDS }, work));
const load = fileURLToPath(new URL('load.mjs', import.meta.url));
row('Node, to the first result', milliseconds(best(() => Number(spawnSync(process.execPath, [load, join(build, 'package')], { encoding: 'utf8' }).stdout))));

// A newsroom's list: made-up names of three words.
const SYLLABLES = ['ka', 'mo', 'ri', 'ta', 'ne', 'lo', 'vi', 'su'];
const word = (n) => { const made = [...(n % 4096).toString(8).padStart(4, '0')].map((digit) => SYLLABLES[digit]).join(''); return made[0].toUpperCase() + made.slice(1); };
const house = { names: Array.from({ length: 100_000 }, (_, i) => ({ name: `${word(i * 7)} ${word(i * 13)} ${word(Math.floor(i / 9))}`, type: 'person', id: String(i) })) };
const elapsed = (work) => { const began = performance.now(); work(); return performance.now() - began; };
const list = join(folder, 'house.json');
writeFileSync(list, JSON.stringify(house));
const native = (more) => best(() => elapsed(() => run(['--format', 'json', ...more, files[0]])));
row('100,000 house names, native', milliseconds(native(['--house', list]) - native([])));
const waits = [];
for (let round = 0; round < ROUNDS; round++) {
  const began = performance.now();
  const own = await loadEngine({ house });
  waits.push(performance.now() - began);
  if (round === ROUNDS - 1) row('with them, names only', speed(time((text) => own.annotate(text, { types: ['names'] }))));
  own.dispose();
}
row('100,000 house names, WebAssembly', milliseconds(Math.min(...waits)), `the first time ${waits[0].toFixed(0)}`);

console.log('\nOthers in the same process');
const people = time((text) => compromise(text).topics().out('array'));
row('compromise: names', speed(people), `Bluepencil's names stage in wasm: ${(people / inWasm.names).toFixed(1)} times as fast; all of it: ${(people / all).toFixed(1)}`);
const expressions = time((text) => chrono.parse(text));
const ownDates = Number(stages.find(([name]) => name === 'dates')[1]);
const own = stages.filter(([name]) => name === 'text' || name === 'dates').reduce((sum, [, seconds]) => sum + Number(seconds), 0);
row('chrono-node: dates', speed(expressions), `Bluepencil's dates stage: ${(expressions / ownDates).toFixed(1)} times as fast native, ${(expressions / inWasm.dates).toFixed(1)} in wasm; with text, native: ${(expressions / own).toFixed(1)}; all of it: ${(expressions / all).toFixed(1)}`);

// The highest resident size while a text is marked, by the kernel's own count.
console.log('\nMemory of the command, at its highest');
for (const size of [0, 1, 10]) {
  const input = size === 0 ? texts[0] : texts.join('\n').repeat(Math.ceil(size / megabytes)).slice(0, size * 1e6);
  const path = join(folder, 'input.txt');
  writeFileSync(path, input);
  const script = 'import resource, subprocess, sys\nsubprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)\nprint(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)';
  const measured = spawnSync('python3', ['-c', script, join(build, 'bluepencil'), path], { encoding: 'utf8' });
  if (measured.status === 0) row(size === 0 ? 'one article' : `${size} MB of articles`, `${(measured.stdout / 1024).toFixed(0).padStart(8)} MB`);
}

console.log('\nSize');
const wasm = readFileSync(wasmFile);
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(0).padStart(8)} KB`;
row('engine.wasm', kilobytes(wasm.length));
row('engine.wasm, gzip -9', kilobytes(gzipSync(wasm, { level: 9 }).length));
// As `brotli -q 11` and servers do, with a window of 4 MB; one of 16 MB makes it 1 % larger.
row('engine.wasm, brotli -11', kilobytes(brotliCompressSync(wasm, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: wasm.length } }).length));
row('libbluepencil.a', kilobytes(statSync(join(build, 'libbluepencil.a')).size));
if (existsSync('/usr/bin/strip')) {
  spawnSync('strip', ['-o', join(folder, 'stripped'), join(build, 'bluepencil')]);
  row('bluepencil, stripped', kilobytes(statSync(join(folder, 'stripped')).size));
}
row('version', `   ${run(['--version']).stdout.trim()}`);
rmSync(folder, { recursive: true, force: true });
