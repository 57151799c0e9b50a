// Values of dates in plain words, and the sample that the page begins with.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { importBuilt, sample } from './support/build.mjs';
import { plainText, sampleSource } from './support/article.mjs';

const { sayDate } = await importBuilt('date-words.js');

for (const [value, words, more = {}] of [
  ['2019-05-31', 'Friday 31 May 2019'],
  ['2019-05', 'May 2019'],
  ['2019', '2019'],
  ['2019-W22', 'week 22 of 2019'],
  ['2019-SP', 'spring 2019'],
  ['2019-Q3', 'quarter 3 of 2019'],
  ['199', 'the 1990s'],
  ['18', 'the 1800s'],
  ['1998/1999', '1998 to 1999'],
  ['2019-05-31T14:30', '14:30 on Friday 31 May 2019'],
  ['2019-05-31TMO', 'Friday 31 May 2019, morning'],
  ['T09:15', '09:15'],
  ['PAST_REF', 'in the past'],
  ['P3D', '3 days'],
  ['P1Y', 'one year'],
  ['PT40M', '40 minutes'],
  ['P6M', '6 months'],
  ['P2CE', '2 centuries'],
  ['2008', 'early 2008', { mod: 'start' }],
  ['P10Y', 'more than 10 years', { mod: 'more_than' }],
  ['XXXX-WXX-5', 'every Friday', { type: 'set', quant: 'every' }],
  ['XXXX-SP', 'every spring', { type: 'set' }],
  ['P1W', '2 times every week', { type: 'set', freq: '2X' }],
  ['P1DE', 'every decade', { type: 'set' }],
  ['2019-13', '2019-13'],
  ['XXXX-WXX-5', 'XXXX-WXX-5'],
]) {
  test(`${value}${Object.values(more).map((word) => ` ${word}`).join('')} is "${words}"`, () => {
    assert.equal(sayDate({ type: 'date', value, ...more }), words);
  });
}

test('the sample is the text of its article', () => {
  assert.equal(sample, plainText(readFileSync(sampleSource, 'utf8')));
});
