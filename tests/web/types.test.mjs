// The hand-written types, compiled.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './support/build.mjs';

test('the types fit what is done with them, and refuse what is wrong', () => {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', join(root, 'tests/web/types')], { encoding: 'utf8' });
  assert.equal(status, 0, stdout);
});
