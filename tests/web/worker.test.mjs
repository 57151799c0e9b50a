// The engine in a worker: every call is answered, aborting is at once.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { importBuilt, sample, webRoot } from './support/build.mjs';
import { brokenModule } from './support/broken-module.mjs';

const { createWorkerEngine, loadEngine, AnnotateError } = await importBuilt('index.js');
const engine = await createWorkerEngine();
after(() => engine.dispose());

const huge = `${sample}\n\n`.repeat(Math.ceil(8e6 / sample.length)); // far more than four seconds of work
const settles = (promise, milliseconds) => Promise.race([
  promise.then(() => 'resolved', (error) => error),
  new Promise((resolve) => setTimeout(resolve, milliseconds, 'pending').unref()),
]);

test('it answers as the engine of this thread does', async () => {
  const here = await loadEngine();
  const options = { date: new Date(2019, 4, 31), types: ['dates', 'person'], offsets: 'code-point' };
  assert.deepEqual(await engine.annotate(sample, options), here.annotate(sample, options));
  assert.deepEqual(await engine.annotate(new TextEncoder().encode(sample)), here.annotate(sample));
  here.dispose();
});

test('calls are answered in order, the failing ones too', async () => {
  const order = [];
  const calls = ['In 1999', 'x', 'In 2001', 'In 2002'].map((text, i) => engine.annotate(text, i === 1 ? { datum: 1 } : {})
    .then(({ dates }) => order.push(dates[0].text), (error) => order.push(error.code)));
  await Promise.all(calls);
  assert.deepEqual(order, ['1999', 'options', '2001', '2002']);
});

test('errors are AnnotateErrors with code and place', async () => {
  await assert.rejects(engine.annotate(new Uint8Array([0x41, 0xff])), (error) => error instanceof AnnotateError && error.code === 'utf8' && error.at === 1);
  await assert.rejects(engine.annotate('a', { house: { patterns: [{ type: 'law', regex: 'a(b' }] } }), { code: 'pattern', at: 3 });
  await assert.rejects(engine.annotate('a', { furniture: () => {} }), { code: 'options' });
  await assert.rejects(engine.annotate('a', null), { code: 'options' });
  await assert.rejects(engine.annotate(12), { code: 'options' });
});

test('house style, of the engine and of a call', async () => {
  const house = { patterns: [{ type: 'product', regex: 'QX7' }] };
  const own = await createWorkerEngine({ house });
  const types = async (promise) => (await promise).mentions.filter(({ text }) => text === 'QX7').map(({ type }) => type);
  assert.deepEqual(await types(own.annotate('It was QX7.')), ['product']);
  assert.deepEqual(await types(engine.annotate('It was QX7.', { house })), ['product']);
  own.dispose();
  await assert.rejects(createWorkerEngine({ house: { patterns: [{ type: 'law', regex: '(' }] } }), { code: 'pattern' });
});

test('aborting a running call rejects at once, and the next call works', async () => {
  const controller = new AbortController();
  const running = engine.annotate(huge, { signal: controller.signal });
  const next = engine.annotate('In 1999');
  assert.equal(await settles(running, 50), 'pending');
  controller.abort();
  assert.equal((await settles(running, 100)).name, 'AbortError');
  assert.equal(await settles(next, 4000), 'resolved', 'it waits for the call that was aborted');
  assert.equal((await next).dates[0].text, '1999');
});

test('aborting a waiting call takes it out; the running one goes on', async () => {
  const controller = new AbortController();
  const reason = new Error('changed my mind');
  const running = engine.annotate(`${sample}\n\n`.repeat(50));
  const waiting = engine.annotate('In 1999', { signal: controller.signal });
  controller.abort(reason);
  assert.equal(await settles(waiting, 20), reason);
  assert.ok((await running).dates.length > 50);
});

test('a signal that is aborted already rejects, and one that aborts afterwards does nothing', async () => {
  await assert.rejects(engine.annotate('a', { signal: AbortSignal.abort() }), { name: 'AbortError' });
  const controller = new AbortController();
  await engine.annotate('a', { signal: controller.signal });
  controller.abort();
  assert.equal((await engine.annotate('In 1999')).dates.length, 1);
});

test('disposing rejects what waits and runs, twice is once, and later calls fail', async () => {
  const other = await createWorkerEngine();
  const calls = [other.annotate(huge), other.annotate('a')].map((call) => settles(call, 500));
  other.dispose();
  other.dispose();
  for (const call of calls) assert.equal((await call).code, 'disposed');
  await assert.rejects(other.annotate('a'), { code: 'disposed' });
  (await createWorkerEngine())[Symbol.dispose]();
});

test('a worker that cannot start, or breaks, is an error and not a silence', async () => {
  await assert.rejects(createWorkerEngine({ worker: pathToFileURL(join(webRoot, 'missing.js')) }), { code: 'worker' });
  await assert.rejects(createWorkerEngine({ worker: () => { throw new Error('none today'); } }), { code: 'worker', message: /none today/ });
  const broken = await createWorkerEngine({ wasm: brokenModule() });
  for (let i = 0; i < 2; i++) await assert.rejects(broken.annotate('a'), { code: 'internal' });
  broken.dispose();
});

test('a script of the host\'s own is used', async () => {
  const own = await createWorkerEngine({ worker: pathToFileURL(join(webRoot, 'worker-script.js')) });
  assert.equal((await own.annotate('In 1999')).dates.length, 1);
  own.dispose();
});

test('an idle worker does not keep a program running', () => {
  const script = `import { createWorkerEngine } from ${JSON.stringify(pathToFileURL(join(webRoot, 'index.js')).href)};
    const engine = await createWorkerEngine();
    console.log((await engine.annotate('In 1999')).dates.length);`;
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', timeout: 20_000 });
  assert.equal(status, 0);
  assert.equal(stdout, '1\n');
});
