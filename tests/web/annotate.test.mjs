// One call: what goes in, what comes out, and every way in which it fails.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { articles, importBuilt, sample } from './support/build.mjs';
import { plainText } from './support/article.mjs';
import { checkResult, spansOf } from './support/check.mjs';

const { loadEngine, AnnotateError } = await importBuilt('index.js');
const engine = await loadEngine();
after(() => engine.dispose());

const fails = (work, code, more = {}) => assert.throws(work, (error) => {
  assert.ok(error instanceof AnnotateError, String(error));
  assert.equal(error.code, code, error.message);
  if ('at' in more) assert.equal(error.at, more.at);
  if (more.message) assert.match(error.message, more.message);
  return true;
});

test('the sample is marked: people, places, dates, and who said what', () => {
  const result = engine.annotate(sample);
  checkResult(sample, result);
  const named = (type) => result.entities.filter((entity) => entity.type === type).map(({ name }) => name);
  assert.ok(named('person').includes('Roswitha Pirkner-Oblak'), named('person').join('; '));
  assert.ok(result.dates.some(({ text, value }) => text === '1993' && value === '1993'));
  assert.equal(result.reference.date, '2011-06-04');
  assert.equal(result.reference.source, 'text');
  const said = result.quotes.find(({ text }) => text.includes('In very long socks'));
  assert.equal(said.type, 'direct');
  assert.ok(said.speaker, 'no speaker');
  assert.ok(result.blocks.some(({ role }) => role === 'furniture'));
});

test('every result fits the schema and its text, in each unit of offsets', () => {
  for (const { name, xml } of articles()) {
    const text = plainText(xml);
    for (const offsets of ['utf-16', 'utf-8', 'code-point']) {
      const result = engine.annotate(text, { offsets, date: '2019-05-31' });
      try {
        checkResult(text, result);
      } catch (error) {
        error.message = `${name} in ${offsets}: ${error.message}`;
        throw error;
      }
    }
  }
});

test('the same text gives the same result', () => {
  assert.deepEqual(engine.annotate(sample), engine.annotate(sample));
});

test('offsets in the three units name the same words', () => {
  const text = `\u{1F680} Na\u00efve caf\u00e9. ${sample}`;
  const words = ['utf-16', 'utf-8', 'code-point'].map((offsets) => spansOf(engine.annotate(text, { offsets })).map((span) => span.text));
  assert.deepEqual(words[1], words[0]);
  assert.deepEqual(words[2], words[0]);
});

for (const text of ['', ' ', '\n\t \u00a0\n']) {
  test(`nothing is found in ${JSON.stringify(text)}`, () => {
    const result = engine.annotate(text);
    checkResult(text, result);
    assert.deepEqual([result.blocks, result.entities, result.mentions, result.dates, result.quotes], [[], [], [], [], []]);
  });
}

test('null bytes, a byte order mark and control characters are text like any other', () => {
  for (const text of [`a\0b ${sample}`, `\ufeff${sample}`, '\u0001\u0002 In 2008 \u007f']) checkResult(text, engine.annotate(text));
});

test('lone surrogates keep the offsets right and the words as they were', () => {
  for (const offsets of ['utf-16', 'code-point']) {
    const text = `\ud800 ${sample.replace('Roswitha Pirkner-Oblak', 'Roswitha Pirkner-\udc00Oblak').replace('He\u2019d never', 'He\ud83d never')}`;
    const result = engine.annotate(text, { offsets });
    checkResult(text, result);
    assert.ok(!JSON.stringify(result).includes('\ufffd'), 'a word was replaced');
  }
});

test('ten megabytes are marked', () => {
  const text = `${`${sample}\n\n`.repeat(Math.ceil(10e6 / sample.length))}It ended in 1666.`;
  const result = engine.annotate(text, { types: ['dates'] });
  assert.ok(result.dates.length > 10_000, String(result.dates.length));
  assert.equal(result.dates.at(-1).text, '1666', 'the end is missing');
  for (const span of result.dates) assert.equal(text.slice(span.start, span.end), span.text);
});

test('bytes of UTF-8 are taken as they are; others fail with their place', () => {
  assert.deepEqual(engine.annotate(new TextEncoder().encode(sample)), engine.annotate(sample));
  fails(() => engine.annotate(new Uint8Array([0x41, 0x42, 0xe9, 0x20])), 'utf8', { at: 2 });
  fails(() => engine.annotate(new Uint8Array([0x41, 0xc3])), 'utf8', { at: 1 });
});

test('a text over the limit fails', async () => {
  const small = await loadEngine({ maxBytes: 100 });
  small.annotate('a'.repeat(100));
  fails(() => small.annotate('a'.repeat(101)), 'too-large', { at: 100 });
  fails(() => small.annotate('\u00e9'.repeat(51)), 'too-large', { at: 100 });
  small.dispose();
});

test('a text that memory does not hold fails, and the engine goes on', async () => {
  const large = await loadEngine({ maxBytes: 4e9 });
  fails(() => large.annotate('Ama went to Turin on Friday. '.repeat(9e6)), 'memory');
  checkResult(sample, large.annotate(sample));
  large.dispose();
});

test('options that are not known or of the wrong type are refused by name', () => {
  fails(() => engine.annotate('a', { datum: '2019-05-31' }), 'options', { message: /datum/ });
  fails(() => engine.annotate('a', { date: 'yesterday' }), 'options', { message: /date/ });
  fails(() => engine.annotate('a', { date: '2019-02-30' }), 'options', { message: /date/ });
  fails(() => engine.annotate('a', { date: 20190531 }), 'options', { message: /date/ });
  fails(() => engine.annotate('a', { date: new Date(NaN) }), 'options', { message: /date/ });
  for (const zone of ['CET', '+5', '+15:00', 1000, 1.5, true]) fails(() => engine.annotate('a', { zone }), 'options', { message: /zone/ });
  for (const dayFirst of ['yes', 1]) fails(() => engine.annotate('a', { dayFirst }), 'options', { message: /dayFirst/ });
  fails(() => engine.annotate('a', { types: ['people'] }), 'options', { message: /people/ });
  fails(() => engine.annotate('a', { types: 'person' }), 'options', { message: /types/ });
  fails(() => engine.annotate('a', { offsets: 'utf-32' }), 'options', { message: /offsets/ });
  fails(() => engine.annotate('a', { furniture: 1 }), 'options', { message: /furniture/ });
  fails(() => engine.annotate('a', { furniture: () => true }), 'options', { message: /furniture/ });
  fails(() => engine.annotate('a', null), 'options');
  fails(() => engine.annotate('a', 'date'), 'options');
  for (const text of [undefined, null, 42, ['a'], {}]) fails(() => engine.annotate(text), 'options', { message: /text/ });
});

test('a Date is the day on the caller\'s calendar', () => {
  const text = 'The mill opens on Friday.';
  const [date] = engine.annotate(text, { date: new Date(2019, 4, 29, 23, 59) }).dates;
  assert.deepEqual(engine.annotate(text, { date: '2019-05-29' }).dates, [date]);
  assert.equal(engine.annotate(text, { date: new Date(2019, 4, 29) }).reference.date, '2019-05-29');
});

test('with a zone a Date is a moment, and its day the one in that zone', () => {
  const day = (zone) => engine.annotate('Today it rains.', { date: new Date(Date.UTC(2019, 4, 30, 20, 30)), zone }).dates[0].value;
  assert.equal(day('+05:30'), '2019-05-31');
  assert.equal(day(330), '2019-05-31');
  assert.equal(day(-480), '2019-05-30');
  assert.equal(day('Z'), '2019-05-30');
  assert.equal(engine.annotate('Today it rains.', { date: '2019-05-30', zone: 840 }).dates[0].value, '2019-05-30');
});

test('figures are read as asked for, else both ways', () => {
  const [open, first, last] = [undefined, true, false].map((dayFirst) => engine.annotate('Signed on 3/4/2019.', { dayFirst }).dates[0]);
  assert.deepEqual(open.alternatives, ['2019-04-03', '2019-03-04']);
  assert.deepEqual([first.value, first.alternatives], ['2019-04-03', undefined]);
  assert.deepEqual([last.value, last.alternatives], ['2019-03-04', undefined]);
});

test('without a day relative dates stay open', () => {
  const { reference, dates: [friday] } = engine.annotate('The mill opens on Friday.');
  assert.equal(reference.date, null);
  assert.doesNotMatch(friday.value, /^\d{4}-\d\d-\d\d$/);
});

test('types choose what is in the result', () => {
  const chosen = (types) => engine.annotate(sample, { types });
  const dates = chosen(['dates']);
  assert.ok(dates.dates.length > 0 && dates.mentions.length === 0 && dates.quotes.length === 0);
  const people = chosen(['person']);
  assert.ok(people.mentions.length > 0 && people.mentions.every(({ type }) => type === 'person'));
  for (const types of [['dates'], ['person'], ['quotes'], ['direct'], ['names'], ['rules'], []]) checkResult(sample, chosen(types));
});

test('furniture has marks only when it is asked for', () => {
  const text = `${sample}\n\nSign up for our newsletter. Ama Nkrumah writes every Friday.\n`;
  const inFurniture = (result) => {
    const furniture = result.blocks.filter(({ role }) => role === 'furniture');
    return spansOf(result).filter(({ start }) => furniture.some((block) => block.start <= start && start < block.end)).length;
  };
  assert.equal(inFurniture(engine.annotate(text)), 0);
  assert.ok(inFurniture(engine.annotate(text, { furniture: true })) > 0);
});

test('disposing twice is once, and afterwards calls fail', async () => {
  const other = await loadEngine();
  other.dispose();
  other.dispose();
  fails(() => other.annotate('a'), 'disposed');
  fails(() => other.version, 'disposed');
  (await loadEngine())[Symbol.dispose]();
});
