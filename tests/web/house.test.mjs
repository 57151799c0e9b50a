// House style: a newsroom's own names, never-marks and patterns.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { importBuilt } from './support/build.mjs';
import { checkResult } from './support/check.mjs';

const { loadEngine } = await importBuilt('index.js');
const engine = await loadEngine();
after(() => engine.dispose());

const text = 'The Lantern said on Monday that the QX730neo would fly. Will Marlow, of the Lantern, agreed.';
const lantern = { names: [{ name: 'the Lantern', type: 'organization', aliases: ['Lantern'], id: 'o-17' }] };
const product = { patterns: [{ type: 'product', regex: '\\bQX[0-9]{3}neo\\b' }] };
const find = (result, words) => result.mentions.find((mention) => mention.text.includes(words));

test('a name of the house is marked, with the house\'s own id', () => {
  const result = engine.annotate(text, { house: lantern });
  checkResult(text, result);
  const mention = find(result, 'Lantern');
  assert.equal(mention.type, 'organization');
  assert.equal(result.entities.find(({ id }) => id === mention.entity).house, 'o-17');
});

test('a pattern of the house marks what it matches', () => {
  const mention = find(engine.annotate(text, { house: product }), 'QX730neo');
  assert.equal(mention.type, 'product');
});

test('what the house ignores is never marked', () => {
  const names = ['Will Marlow', 'Marlow'];
  assert.ok(find(engine.annotate(text), 'Marlow'), 'nothing to ignore');
  const { mentions } = engine.annotate(text, { house: { ignore: names } });
  assert.ok(!mentions.some((mention) => names.includes(mention.text)));
});

test('the house of the engine holds for every call that names none', async () => {
  const own = await loadEngine({ house: product });
  assert.ok(find(own.annotate(text), 'QX730neo'));
  assert.notEqual(find(own.annotate(text, { house: null }), 'QX730neo')?.type, 'product');
  assert.notEqual(find(own.annotate(text, { house: lantern }), 'QX730neo')?.type, 'product');
  assert.ok(find(own.annotate(text), 'QX730neo'));
  own.dispose();
});

test('many houses in turn each hold for their own call', () => {
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < 8; i++) {
      const words = `QX${100 + i}neo`;
      const house = { patterns: [{ type: 'product', regex: words }] };
      assert.equal(find(engine.annotate(`It was the ${words} again.`, { house }), words)?.type, 'product');
    }
  }
});

test('only the houses used last are kept, and disposing frees them too', async () => {
  const { instantiate } = WebAssembly;
  const alive = new Set();
  WebAssembly.instantiate = async (...given) => ({ exports: watched((await instantiate(...given)).exports, alive) });
  const watchedEngine = await loadEngine().finally(() => { WebAssembly.instantiate = instantiate; });
  for (let i = 0; i < 9; i++) watchedEngine.annotate(text, { house: { ignore: [`Name ${i}`] } });
  assert.equal(alive.size, 4);
  watchedEngine.dispose();
  assert.equal(alive.size, 0);
});

function watched(exports, alive) {
  return {
    ...exports,
    bp_wasm_engine_new(at, length) {
      const reply = exports.bp_wasm_engine_new(at, length);
      alive.add(new Uint32Array(exports.memory.buffer, reply, 2)[1]);
      return reply;
    },
    bp_wasm_engine_free(engine) {
      alive.delete(engine);
      exports.bp_wasm_engine_free(engine);
    },
  };
}

test('a wrong house is refused, and the engine goes on', async () => {
  const pattern = { patterns: [{ type: 'product', regex: 'a(b' }] };
  assert.throws(() => engine.annotate(text, { house: pattern }), { name: 'AnnotateError', code: 'pattern', at: 3 });
  await assert.rejects(loadEngine({ house: pattern }), { name: 'AnnotateError', code: 'pattern', at: 3 });
  for (const [house, message] of [
    [{ nomes: [] }, /nomes/], [[], /house/], ['names', /house/], [{ names: {} }, /names/], [{ names: [{ name: 'A', type: 'planet' }] }, /planet/],
    [{ ignore: [1] }, /ignore/], [{ patterns: [{ type: 'law' }] }, /regex/],
  ]) assert.throws(() => engine.annotate(text, { house }), (error) => error.code === 'options' && message.test(error.message), JSON.stringify(house));
  const circle = {};
  circle.names = circle;
  assert.throws(() => engine.annotate(text, { house: circle }), { code: 'options', message: /house/ });
  checkResult(text, engine.annotate(text));
});

test('a pattern that runs wild is stopped and reported; the rest is marked', () => {
  const wild = { patterns: [{ type: 'product', regex: '(a+)+[bc]' }, ...product.patterns] };
  const hostile = `${'a'.repeat(5000)} and the QX730neo of Will Marlow.`;
  const result = engine.annotate(hostile, { house: wild });
  checkResult(hostile, result);
  assert.equal(result.warnings?.length, 1);
  assert.match(result.warnings[0], /\(a\+\)\+\[bc\]/);
  assert.ok(find(result, 'QX730neo'));
});

test('names are found however many there are, however long, and however JSON writes them', () => {
  const long = 'Dala'.repeat(10000);
  const many = Array.from({ length: 5000 }, (_, i) => ({ name: `Kavo Temu${i}`, type: 'organization', id: `k${i}` }));
  const house = {
    names: [...many, { name: long, type: 'work' }, { name: 'Zoë "Zed" O\u2019Dala\u{1f680}', aliases: ['Zed\tTwo'], type: 'person', id: 'z' }],
    ignore: [`Miro ${long}`, 'Pelu Sanda'],
  };
  const article = `Kavo Temu0 met Kavo Temu4999. Zoë "Zed" O\u2019Dala\u{1f680} and Zed Two read ${long} to Pelu Sanda.`;
  const result = engine.annotate(article, { house });
  checkResult(article, result);
  const named = (words) => find(result, words)?.type;
  assert.deepEqual([named('Kavo Temu0'), named('Kavo Temu4999'), named('Zed Two'), named(long), named('Pelu Sanda')],
    ['organization', 'organization', 'person', 'work', undefined]);
  assert.ok(result.entities.some((entity) => entity.house === 'z'));
});

test('spellings of plain letters are cut as the text is', () => {
  const spellings = ['Jean-Luc Kavo', 'Kavo  9 Temu', 'QX7 neo', '3rd Sanda', '-Dala', 'Dala-', 'Miro--Pelu', '9.5 Lura', 'Öland-Süd Kavo', 'AT&T Kavo', 'U.S. Temu', 'O\'Temu', 'a'];
  for (const name of spellings) {
    const house = { names: [{ name, type: 'law', id: name }] };
    for (const words of [name, name.toUpperCase()]) {
      const article = `They spoke of ${words}'s things, and of nothing else.`;
      const result = engine.annotate(article, { house });
      checkResult(article, result);
      assert.equal(find(result, words)?.type, 'law', words);
    }
  }
});
