// Dates against Node's own calendar: for reference days of ten years, and at
// the edges of the calendar, no value that is no date, no day before the one
// that comes first, and every expression told from the reference day where
// plain counting puts it. The days are drawn by a generator with a fixed seed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { annotateLines } from './support/engines.mjs';
import { daysOf, iso, number, numberOf } from './support/phrases.mjs';

const FIRST = number('0001-01-01'), LAST = number('9999-12-31');
const EDGES = ['0001-01-01', '0001-01-02', '0001-12-31', '0004-02-29', '0099-12-31', '0100-01-01', '1582-10-15', '1900-02-28', '1949-12-31',
  '1970-01-01', '2000-02-29', '2004-12-31', '2008-12-29', '2009-12-31', '2015-12-28', '2016-02-29', '2020-12-31', '2021-01-03', '2100-02-28',
  '9998-12-31', '9999-02-28', '9999-12-30', '9999-12-31'];

// Park and Miller's generator.
function* draws(seed) {
  for (let state = seed; ; state = (state * 48271) % 2147483647) yield state;
}

function randomDays(count, from, to) {
  const days = [], numbers = draws(20190531);
  while (days.length < count) days.push(from + (numbers.next().value % (to - from + 1)));
  return days;
}

const DAYS = [...new Set([...EDGES.map(number), ...randomDays(700, number('2012-01-01'), number('2021-12-31'))])];
const weekday = (day) => (((day + 3) % 7) + 7) % 7; // 0 is Monday
const of = (day) => {
  const date = new Date(day * 864e5);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
};
const pad = (value, length = 2) => String(value).padStart(length, '0');
const monthOf = (year, month) => { const { year: y, month: m } = of(numberOf(year, month, 1)); return `${pad(y, 4)}-${pad(m + 1)}`; };
const isoWeek = (day) => {
  const thursday = day - weekday(day) + 3, { year } = of(thursday);
  return `${pad(year, 4)}-W${pad(Math.floor((thursday - numberOf(year, 0, 1)) / 7) + 1)}`;
};
const quarterOf = (year, quarter) => `${pad(year + Math.floor(quarter / 4), 4)}-Q${(((quarter % 4) + 4) % 4) + 1}`;

// Every expression that is told from the reference day by counting alone, and what it is.
const COUNTED = [
  ['They left yesterday.', (d) => iso(d - 1)],
  ['They leave tomorrow.', (d) => iso(d + 1)],
  ['They came today.', (d) => iso(d)],
  ['They left the day before yesterday.', (d) => iso(d - 2)],
  ['They left nine days ago.', (d) => iso(d - 9)],
  ['They left 400 days ago.', (d) => iso(d - 400)],
  ['They left three weeks ago.', (d) => isoWeek(d - 21)],
  ['They left last week.', (d) => isoWeek(d - 7)],
  ['They came this week.', (d) => isoWeek(d)],
  ['They will leave next week.', (d) => isoWeek(d + 7)],
  ['They left five months ago.', (d) => monthOf(of(d).year, of(d).month - 5)],
  ['They left last month.', (d) => monthOf(of(d).year, of(d).month - 1)],
  ['They will leave next month.', (d) => monthOf(of(d).year, of(d).month + 1)],
  ['They left seven years ago.', (d) => pad(of(d).year - 7, 4)],
  ['They left half a century ago.', (d) => pad(of(d).year - 50, 4)],
  ['They left last year.', (d) => pad(of(d).year - 1, 4)],
  ['They will leave next year.', (d) => pad(of(d).year + 1, 4)],
  ['They left last quarter.', (d) => quarterOf(of(d).year, Math.floor(of(d).month / 3) - 1)],
];

// Where counting leaves the calendar there is no date; what only ends behind it is cut.
function isInside(value) {
  const days = daysOf(value);
  return days !== null && days[0] >= FIRST && days[0] <= LAST && /^(?!0000)\d{4}/.test(value);
}

function holds(date, told) {
  const why = `${told}: ${JSON.stringify(date)}`;
  const { value, earliest, latest } = date;
  if (/^\d{4}-\d\d-\d\d/.test(value)) assert.ok(daysOf(value.slice(0, 10)), why);
  assert.equal(earliest === undefined, latest === undefined, why);
  if (earliest === undefined) return;
  assert.ok(daysOf(earliest) && daysOf(latest), why);
  assert.ok(number(earliest) <= number(latest), why);
  const ends = value.split('/').map(daysOf);
  assert.ok(ends.every(Boolean), why);
  assert.equal(earliest, iso(Math.max(ends[0][0], FIRST)), why);
  assert.equal(latest, iso(Math.min(ends.at(-1)[1], LAST)), why);
}

function annotate(texts, days) {
  const records = days.flatMap((day) => texts.map((text) => ({ text, date: iso(day) })));
  const lines = annotateLines(records, ['--types', 'dates']).map((line) => JSON.parse(line).dates);
  return days.map((day, row) => ({ day, dates: lines.slice(row * texts.length, (row + 1) * texts.length) }));
}

test('what is counted from the reference day', () => {
  for (const { day, dates } of annotate(COUNTED.map(([text]) => text), DAYS)) {
    COUNTED.forEach(([text, meant], index) => {
      const told = `${iso(day)}: ${text}`, wanted = meant(day);
      dates[index].forEach((date) => holds(date, told));
      if (isInside(wanted)) assert.deepEqual(dates[index].map(({ value }) => value), [wanted], told);
      else assert.deepEqual(dates[index].filter(({ value }) => /^\d/.test(value)), [], told);
    });
  }
});

test('every weekday, from every weekday, over the turns of months and years', () => {
  const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
  const texts = names.flatMap((name) => [`They met on ${name}.`, `They will meet on ${name}.`, `They met last ${name}.`, `They will meet next ${name}.`, `They met on ${name} of last week.`]);
  const days = ['2020-02-24', '2019-12-28', '2021-01-01', '2016-02-26', '2015-12-26', '1999-12-29'].flatMap((first) => [0, 1, 2, 3, 4, 5, 6].map((ahead) => number(first) + ahead));
  for (const { day, dates } of annotate(texts, days)) {
    names.forEach((name, index) => {
      const back = (weekday(day) - index + 7) % 7, ahead = (7 - back) % 7;
      const wanted = [day - back, day + ahead, day - (back || 7), day + (ahead < 2 ? ahead + 7 : ahead), day - weekday(day) - 7 + index];
      wanted.forEach((meant, form) => assert.deepEqual(dates[index * 5 + form].map(({ value }) => value), [iso(meant)], `${iso(day)}: ${texts[index * 5 + form]}`));
    });
  }
});

test('every day of a leap year and of another, written out', () => {
  const days = ['2019', '2020'].flatMap((year) => { const [first, last] = daysOf(year); return Array.from({ length: last - first + 1 }, (_, index) => first + index); });
  const names = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
  const lines = annotateLines(days.map((day) => { const { year, month, day: number } = of(day); return { text: `They met on ${number} ${names[month]} ${year} and logged it as ${iso(day)}.` }; }), ['--types', 'dates']);
  days.forEach((day, index) => {
    const { dates } = JSON.parse(lines[index]);
    assert.deepEqual(dates.map(({ value, earliest, latest }) => [value, earliest, latest]), [0, 1].map(() => [iso(day), iso(day), iso(day)]));
  });
  const none = annotateLines(['30 February 2020', '29 February 2019', '31 April 2019', '29 February 1900'].map((text) => ({ text: `They met on ${text}.` })), ['--types', 'dates']);
  for (const line of none) assert.deepEqual(JSON.parse(line).dates.filter(({ value }) => /-\d\d-\d\d/.test(value)), [], line);
});

test('weeks by their numbers, the 53rd too', () => {
  for (let year = 1995; year <= 2035; year++) {
    const has53 = isoWeek(numberOf(year, 11, 28)) === `${year}-W53` || isoWeek(numberOf(year, 11, 31)) === `${year}-W53`;
    const [one, last] = annotateLines([1, 53].map((week) => ({ text: `Prices fell in week ${week} of ${year}.` })), ['--types', 'dates']).map((line) => JSON.parse(line).dates.filter(({ text }) => text.startsWith('week')));
    assert.equal(one[0]?.value, `${year}-W01`);
    one.forEach((date) => holds(date, `${year}`));
    assert.deepEqual(last.map(({ value }) => value), has53 ? [`${year}-W53`] : [], `${year}`);
    last.forEach((date) => holds(date, `${year}`));
  }
});

test('whatever a story says, its dates are dates', () => {
  const story = `The mill burned last Friday and will be sold next Monday. It opened last August, reopens in May and will be shut on 29 February. The third quarter was
poor, the last winter long; over the weekend it rained, next weekend it will not. A decade earlier he left, the following week he came back, two years later he died. At
Easter, on Thanksgiving and during Ramadan the bells rang. It is held on the last Sunday in March, in the first week of the year, at the end of next month and on the 27th.
Early next decade it falls, late last century it stood. In week 53 they rest. Prices fell from 17 to 28 April, from November to February and in the year-earlier quarter; by
year-end all was well. At half past six that evening, last night and at noon on Thursday it snowed. They play again on Friday fortnight, the day after Christmas, the Friday
before Easter and on the 20th of next month. The week of 30 December was cold, Easter weekend warm.`;
  for (const { day, dates: [dates] } of annotate([story], DAYS)) {
    assert.ok(dates.length > 20, iso(day));
    for (const date of dates) holds({ ...date, value: date.value.replace(/^(\d{4}-\d\d-\d\d)T.*$/, '$1') }, iso(day));
  }
});
