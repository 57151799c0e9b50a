// The examples for C and for the shell, and the one in the header, as a reader would try them.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { build, root } from '../web/support/build.mjs';
import { command } from '../support/engines.mjs';

const folder = mkdtempSync(join(tmpdir(), 'bluepencil-examples-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const library = join(build, 'libbluepencil.a');
const compiler = process.env.CC || 'cc';
const strict = ['-std=c11', '-Wall', '-Wextra', '-Wpedantic', '-Wconversion', '-Wshadow', '-Werror', `-I${join(root, 'include')}`];

function compileAndRun(source, name) {
  const program = join(folder, name);
  execFileSync(compiler, [...strict, source, library, '-lm', '-o', program]);
  return execFileSync(program, { encoding: 'utf8' });
}

test('examples/hello.c compiles against the library alone, and runs', () => {
  assert.equal(compileAndRun(join(root, 'examples/hello.c'), 'hello'), 'person: Ama Nkrumah\nplace: Turin\ndate: 2019-05-31\nsaid by: Ama Nkrumah\n');
});

test('the example in the header compiles and runs', () => {
  const header = readFileSync(join(root, 'include/bluepencil.h'), 'utf8');
  const lines = header.slice(0, header.indexOf('*/')).split('\n').filter((line) => line.startsWith(' *     ')).map((line) => line.slice(7));
  const source = join(folder, 'header.c');
  writeFileSync(source, lines.slice(0, lines.indexOf('}') + 1).join('\n'));
  assert.equal(compileAndRun(source, 'header'), 'person Ama Nkrumah\nplace Turin\n');
});

test('the library shows what the header declares, and nothing else', () => {
  const declared = new Set([...readFileSync(join(root, 'include/bluepencil.h'), 'utf8').matchAll(/\bBP_API [^;{]*?\b(bp_\w+)\(/g)].map(([, name]) => name));
  const shown = execFileSync('nm', ['-g', '--defined-only', library], { encoding: 'utf8' }).split('\n').filter((line) => /^\w+ [A-Z] /.test(line)).map((line) => line.split(' ')[2]);
  assert.deepEqual(shown.sort(), [...declared].sort());
});

const cxx = spawnSync('c++', ['--version']).status === 0;
test('the header is C++, too', { skip: cxx ? false : 'there is no C++ compiler' }, () => {
  const source = join(folder, 'hello.cpp');
  writeFileSync(source, '#include <bluepencil.h>\nint main() { bp_engine *engine; bp_error error; return bp_engine_new(nullptr, &engine, &error); }\n');
  execFileSync('c++', ['-std=c++17', '-Wall', '-Wextra', '-Werror', `-I${join(root, 'include')}`, source, library, '-lm', '-o', join(folder, 'hello-cpp')]);
  execFileSync(join(folder, 'hello-cpp'));
});

test('examples/folder.sh counts who is named in how many articles', () => {
  const articles = join(folder, 'articles');
  mkdirSync(articles);
  const texts = ['Ama Nkrumah met Peter Lindqvist in Turin. Ama Nkrumah left.', 'Ama Nkrumah sang in Oslo.', 'Nobody came to Accra.'];
  texts.forEach((text, index) => writeFileSync(join(articles, `${index} is.txt`), text));
  const shell = existsSync('/bin/dash') ? '/bin/dash' : 'sh';
  const counted = execFileSync(shell, [join(root, 'examples/folder.sh'), articles], { encoding: 'utf8', env: { ...process.env, BLUEPENCIL: command } });
  assert.deepEqual(counted.split('\n').map((line) => line.trim()), ['2 Ama Nkrumah', '1 Peter Lindqvist', '']);
  assert.notEqual(spawnSync(shell, [join(root, 'examples/folder.sh')]).status, 0);
});
