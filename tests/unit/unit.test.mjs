// Runs the C programs beside this file, which `make unit` builds under
// sanitizers, and hands on each of their tests.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { build, root } from '../web/support/build.mjs';

const programs = readdirSync(join(root, 'tests/unit')).filter((name) => name.endsWith('.c') && name !== 'segments.c').map((name) => name.slice(0, -2));

// A locale that writes 1,5: made for the time of the test where the system can.
const folder = mkdtempSync(join(tmpdir(), 'bluepencil-locale-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const made = spawnSync('localedef', ['-i', 'de_DE', '-f', 'UTF-8', join(folder, 'de_DE.UTF-8')]).status;
const locale = made === 0 ? { LOCPATH: folder, LC_ALL: 'de_DE.UTF-8' } : {};

for (const name of programs) {
  const program = join(build, 'asan/tests/unit', name);
  describe(`unit: ${name}`, () => {
    if (!existsSync(program)) {
      test('is built', () => assert.fail(`${program} is missing: make BUILD=build/asan SANITIZE=1 unit`));
      return;
    }
    const { status, signal, stdout, stderr } = spawnSync(program, { cwd: root, encoding: 'utf8', timeout: 300_000, env: { ...process.env, ...locale } });
    let said = [];
    for (const line of stdout.split('\n')) {
      const [, not, title, skip] = /^(not )?ok \d+ - (.*?)(?: # SKIP (.*))?$/.exec(line) ?? [];
      if (title === undefined) {
        if (line.startsWith('#')) said.push(line.slice(2));
        continue;
      }
      const failure = said.join('\n');
      test(title, { skip: skip ?? false }, () => assert.ok(!not, failure));
      said = [];
    }
    test('ends well', () => assert.ok(status === 0 || /^not ok/m.test(stdout), `it ended with ${signal ?? status}\n${said.join('\n')}\n${stderr.slice(0, 4000)}`));
    test('has nothing to say on standard error', () => assert.equal(stderr.slice(0, 4000), ''));
  });
}
