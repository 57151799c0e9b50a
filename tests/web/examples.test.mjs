// The example for Node.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { build, root, sample } from './support/build.mjs';
import { checkResult } from './support/check.mjs';

// The example names the folder that plain `make` builds.
const skip = build === join(root, 'build') && existsSync(build) ? false : 'another build folder';
const run = (...words) => spawnSync(process.execPath, [join(root, 'examples/annotate.mjs'), ...words], { encoding: 'utf8' });

test('the Node example prints marks, or JSON', { skip }, () => {
  const { status, stdout } = run(join(root, 'web/sample.txt'));
  assert.equal(status, 0);
  assert.match(stdout, /^person\tRoswitha Pirkner-Oblak\t\d+$/m);
  checkResult(sample, JSON.parse(run(join(root, 'web/sample.txt'), '2011-06-04', '--json').stdout));
});

test('the Node example without a file says how to use it', { skip }, () => {
  const { status, stderr } = run();
  assert.equal(status, 2);
  assert.match(stderr, /usage/);
});
