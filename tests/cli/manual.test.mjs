// The manual page: it is there, it renders without a complaint, and it knows every option.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../web/support/build.mjs';
import { run } from '../support/engines.mjs';

const page = join(root, 'man/bluepencil.1');
const source = readFileSync(page, 'utf8');
const help = run(['--help']).stdout;
const plain = source.replace(/\\-/g, '-').replace(/\\f[A-Z]/g, '');

test('every option of --help is in the manual, short and long', () => {
  const options = [...help.matchAll(/^ {2}(?:(-\w), | {4})(--[a-z-]+)/gm)];
  assert.ok(options.length > 10);
  for (const [, short, long] of options) {
    assert.match(plain, short ? new RegExp(`^\\.BR ${short} ", " ${long}\\b`, 'm') : new RegExp(`^\\.BR? ${long}\\b`, 'm'));
  }
});

test('every kind of mark and every format is in the manual', () => {
  const kinds = [...'person organization place group event work product law money percent quantity email url handle date time duration set direct mixed indirect names rules dates quotes'.split(' '),
    ...'json html text csv speakers webannotation utf-16 utf-8 code-point auto always never'.split(' ')];
  for (const kind of kinds) assert.match(plain, new RegExp(`^\\.BR? ${kind}\\b`, 'm'), kind);
});

test('the manual has the version of the command', () => {
  assert.ok(source.includes(`"${run(['--version']).stdout.trim()}"`));
});

// Whichever is there; groff warns where mandoc lints.
const renderers = [['mandoc', ['-T', 'lint', '-W', 'warning', page]], ['man', ['--warnings', '-l', page]], ['groff', ['-man', '-Tutf8', '-ww', '-z', page]]]
  .filter(([name]) => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0);

test('the manual renders without a complaint', { skip: renderers.length ? false : 'neither mandoc nor man nor groff is here' }, () => {
  for (const [name, words] of renderers) {
    const { status, stdout, stderr } = spawnSync(name, words, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8', MANPAGER: 'cat', MANWIDTH: '80' } });
    assert.equal(stderr, '', name);
    assert.equal(status, 0, `${name}: ${stdout}`);
    if (name === 'man') assert.match(stdout.replace(/.\x08/g, ''), /who, when, and who said what/);
  }
});
