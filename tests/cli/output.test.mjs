// Output that cannot be written.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
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

// A real pipe, since Node's are sockets. What was read is whole; the rest is given up, and said.
function runBefore(reader, words, input) {
  const { stdout, stderr } = spawnSync('sh', ['-c', `{ "$@"; echo "status $?" >&2; } | ${reader}`, 'sh', command, ...words], { input, encoding: 'utf8', timeout: 60_000 });
  return { stdout, stderr };
}

for (const words of [['--jsonl', '--jobs', '4'], ['--jsonl', '--jobs', '1']]) {
  test(`a closed pipe: ${words.join(' ')}`, () => {
    const { stdout, stderr } = runBefore('head -n 1', words, records(3000));
    assert.equal(JSON.parse(stdout).id, 0);
    assert.equal(stderr, 'bluepencil: cannot write: Broken pipe\nstatus 1\n');
  });
}

test('a closed pipe: one article', () => {
  assert.equal(runBefore(':', [], sample.repeat(100)).stderr, 'bluepencil: cannot write: Broken pipe\nstatus 1\n');
});
