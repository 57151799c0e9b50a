// Loading: from whatever a host has, and what is said when it fails.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { importBuilt, sample, wasmFile } from './support/build.mjs';
import { brokenModule } from './support/broken-module.mjs';

const { loadEngine, createWorkerEngine, AnnotateError } = await importBuilt('index.js');
const bytes = readFileSync(wasmFile);
const url = pathToFileURL(wasmFile);
const expected = JSON.stringify((await loadEngine()).annotate(sample));

const sources = {
  'a URL': url,
  'the text of a URL': url.href,
  'a Uint8Array': bytes,
  'an ArrayBuffer': bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
  'a module': await WebAssembly.compile(bytes),
  'a response with its media type': new Response(bytes, { headers: { 'content-type': 'application/wasm' } }),
  'a response without': new Response(bytes, { headers: { 'content-type': 'application/octet-stream' } }),
  'a promise of bytes': Promise.resolve(bytes),
};

for (const [name, wasm] of Object.entries(sources)) {
  test(`the engine loads from ${name}`, async () => {
    const engine = await loadEngine({ wasm });
    assert.equal(JSON.stringify(engine.annotate(sample)), expected);
    engine.dispose();
  });
}

// The weights lie in the module as they are shipped, each byte 64 more: one of them changed.
function damagedModule() {
  const shipped = readFileSync(new URL('../../src/english/names.weights', import.meta.url));
  const from = 100_000;
  const damaged = Buffer.from(bytes);
  const at = damaged.indexOf(shipped.subarray(from, from + 4000).map((byte) => (byte + 64) & 255));
  assert.notEqual(at, -1);
  damaged[at + 1234] ^= 1;
  return damaged;
}

const failures = {
  'a file that is not there': [new URL('missing.wasm', url), 'wasm', /missing\.wasm/],
  'what is not WebAssembly': [new Uint8Array([1, 2, 3, 4]), 'wasm', /could not be loaded/],
  'an answer that is an error': [new Response('gone', { status: 404 }), 'wasm', /404/],
  'a module whose weights are damaged': [damagedModule, 'data', /damaged/],
  'a number': [42, 'options', /wasm/],
  'a promise that fails': [() => Promise.reject(new Error('no way')), 'wasm', /no way/],
};

for (const [name, [wasm, code, message]] of Object.entries(failures)) {
  test(`loading from ${name} rejects with "${code}"`, async () => {
    for (const load of [loadEngine, createWorkerEngine]) {
      await assert.rejects(load({ wasm: typeof wasm === 'function' ? wasm() : wasm }), (error) => error instanceof AnnotateError && error.code === code && message.test(error.message));
    }
  });
}

test('an option that is not known is refused by name', async () => {
  for (const load of [loadEngine, createWorkerEngine]) {
    await assert.rejects(load({ hause: {} }), { code: 'options', message: /hause/ });
    await assert.rejects(load({ maxBytes: 'many' }), { code: 'options', message: /maxBytes/ });
    await assert.rejects(load({ house: () => {} }), { code: 'options', message: /house/ });
  }
});

test('the module imports nothing', async () => {
  assert.deepEqual(WebAssembly.Module.imports(await WebAssembly.compile(bytes)), []);
});

test('the version is the package\'s', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../web/package.json', import.meta.url), 'utf8'));
  assert.equal((await loadEngine()).version, version);
});

test('an engine without memory for the settings or the text says "memory"', async () => {
  await assert.rejects(loadEngine({ wasm: brokenModule({ full: true }) }), { code: 'memory' });
});

test('an engine that traps says "internal" and is started again', async () => {
  const engine = await loadEngine({ wasm: brokenModule() });
  for (let i = 0; i < 2; i++) assert.throws(() => engine.annotate('x'), { code: 'internal', message: /unreachable/ });
  engine.dispose();
});
