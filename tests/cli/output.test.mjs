// Output that cannot be written.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { test } from 'node:test';
import { sample } from '../web/support/build.mjs';
import { command, run } from '../support/engines.mjs';

const records = (count) => Array.from({ length: count }, (_, id) => `${JSON.stringify({ id, text: sample })}\n`).join('');
const full = { skip: existsSync('/dev/full') ? false : 'there is no /dev/full' };

function runInto(path, words, input) {
  const out = openSync(path, 'w');
  try {
    return run(words, input, { stdio: ['pipe', out, 'pipe'] });
  } finally {
    closeSync(out);
  }
}

for (const [words, input] of [[[], sample], [['--format', 'html'], sample], [['--format', 'text'], sample], [['--format', 'csv'], sample], [['--format', 'webannotation'], sample],
  [['--jsonl'], records(3)], [['--jsonl'], records(200)], [['--jsonl', '--format', 'csv'], records(20)], [['--help'], ''], [['--version'], '']]) {
  test(`a full disk: ${words.join(' ') || 'JSON'}`, full, () => {
    const { status, stderr } = runInto('/dev/full', words, input);
    assert.equal(status, 1);
    assert.equal(stderr, 'bluepencil: cannot write: No space left on device\n');
  });
}

// As with `| head -1`: what was read is whole, the rest is given up, and said.
for (const words of [['--jsonl', '--jobs', '4'], ['--jsonl', '--jobs', '1']]) {
  test(`a closed pipe: ${words.join(' ')}`, { timeout: 60_000 }, async () => {
    const child = spawn(command, words);
    const errors = [];
    const closed = once(child, 'close');
    child.stderr.on('data', (data) => errors.push(data));
    child.stdin.on('error', () => {}); // it closes its input, too
    child.stdin.end(records(3000));
    let read = '';
    for await (const data of child.stdout) {
      read += data;
      if (read.includes('\n')) break; // leaving the loop closes the pipe
    }
    assert.deepEqual(await closed, [1, null]);
    assert.equal(JSON.parse(read.slice(0, read.indexOf('\n'))).id, 0);
    assert.equal(Buffer.concat(errors).toString(), 'bluepencil: cannot write: Broken pipe\n');
  });
}

test('a closed pipe: one article', async () => {
  const child = spawn('sh', ['-c', `"${command}" | :; exit 0`], { stdio: ['pipe', 'pipe', 'pipe'] });
  const errors = [];
  child.stderr.on('data', (data) => errors.push(data));
  child.stdin.on('error', () => {});
  child.stdin.end(sample.repeat(100));
  await new Promise((resolve) => child.on('close', resolve));
  assert.equal(Buffer.concat(errors).toString(), 'bluepencil: cannot write: Broken pipe\n');
});

