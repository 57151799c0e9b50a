// The parts of the page that need no page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importBuilt } from './support/build.mjs';

const { sortSpeakers } = await importBuilt('page/said.js');
const { dayOf, stack, TimeScale } = await importBuilt('page/time-scale.js');
const { axisOf } = await importBuilt('page/time-axis.js');

test('speakers are sorted by any column; what is empty, and nobody, comes last either way', () => {
  const speakers = [
    { name: 'Cleo', words: 5, share: 0.5 }, { name: 'Ama', role: 'pilot', words: 3, share: 0.3 }, { name: '\u00c9lan', role: 'cook', words: 1, share: 0.1 },
    { name: 'Dora', words: 0, share: 0 }, { name: '', words: 1, share: 0.1 },
  ];
  const order = (key, descending) => sortSpeakers(speakers, { key, descending }).map(({ name }) => name).join(' ');
  assert.equal(order('words', true), 'Cleo Ama \u00c9lan Dora ');
  assert.equal(order('words', false), 'Dora \u00c9lan Ama Cleo ');
  assert.equal(order('share', false), 'Dora \u00c9lan Ama Cleo ');
  assert.equal(order('name', false), 'Ama Cleo Dora \u00c9lan ');
  assert.equal(order('name', true), '\u00c9lan Dora Cleo Ama ');
  assert.equal(order('role', false), '\u00c9lan Ama Cleo Dora ');
  assert.equal(order('role', true), 'Ama \u00c9lan Cleo Dora ');
});

const span = (earliest, latest = earliest) => ({ from: dayOf(earliest), until: dayOf(latest) + 1 });
const axis = (spans, width = 600) => axisOf(new TimeScale(spans, width), spans.map(({ from }) => from));
const labels = (rows, unit) => rows.find((row) => row.unit === unit)?.labels.map(({ words }) => words).join(' ');
const week = [span('2019-05-03'), span('2019-05-05'), span('2019-05-07', '2019-05-09'), span('2019-05-12')];
const news = [span('1389-01-01', '1389-12-31'), span('1998-01-01', '1999-12-31'), span('2019-05-28'), span('2019-05-29'), span('2019-05-31')];

// Numbers that look random and are the same every time.
function random(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state >>> 8) / 2 ** 24 * below);
  };
}

function someSpans(next) {
  const first = dayOf('0001-01-01'), last = dayOf('9999-12-31');
  return Array.from({ length: 1 + next(60) }, () => {
    const from = next(2) ? first + next(last - first) : dayOf('2019-01-01') + next(500);
    return { from, until: Math.min(last + 1, from + 1 + next([1, 2, 40, 500, 40_000][next(5)])) };
  });
}

test('a day is a day, in any year', () => {
  assert.equal(dayOf('1970-01-02'), 1);
  assert.equal(dayOf('0001-01-01'), -719162);
  assert.equal(dayOf('9999-12-31') - dayOf('9999-01-01'), 364);
});

test('where the dates can be told apart anyway, days are as long as each other', () => {
  const scale = new TimeScale(week, 600);
  for (const { room } of scale.stretches()) assert.ok(Math.abs(room - 60) < 1e-9);
  assert.equal(labels(axis(week), 'day'), '3 4 5 6 7 8 9 10 11 12');
  assert.equal(labels(axis(week), 'month'), 'May');
  assert.equal(labels(axis(week), 'year'), '2019');
});

test('else the line is stretched where the dates are', () => {
  const scale = new TimeScale(news, 600);
  const width = ({ from, until }) => scale.at(until) - scale.at(from);
  for (const day of news.slice(2)) assert.ok(width(day) > 14, `${width(day)} pixels`);
  assert.ok(width(news[1]) > width(news[0]) && width(news[0]) > width(news[2]), 'what lasts longer is shorter');
  assert.match(labels(axis(news), 'year'), /^1389 .*\b1998 1999\b/);
  assert.match(labels(axis(news), 'day'), /^28 29( 30)? 31$/);
  assert.equal(labels(axis(news), 'month'), 'May');
  assert.equal(labels(axis(news), 'year').match(/2019/g).length, 1);
});

test('months and years are written where they begin, when there is room', () => {
  const year = [span('1931-01-01', '1931-12-31')];
  assert.equal(labels(axis(year), 'month'), 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec');
  assert.equal(labels(axis(year), 'year'), '1931');
  assert.equal(labels(axis(year, 120), 'month'), undefined);
  assert.equal(labels(axis([span('0099-01-01', '0101-12-31')]), 'year'), '99 100 101');
  const ages = axis([span('0001-01-01', '2499-12-31')], 300);
  assert.ok(/^1 .*500 .*1000 .*1500 .*2000/.test(labels(ages, 'year')), labels(ages, 'year'));
  assert.deepEqual(ages.map(({ unit }) => unit), ['year']);
});

test('any dates on any width: days in order, ticks and labels on the line, no label over another', () => {
  const next = random(7);
  for (let round = 0; round < 300; round++) {
    const spans = someSpans(next);
    const width = 150 + next(900);
    const scale = new TimeScale(spans, width);
    assert.equal(scale.at(scale.from), 0);
    assert.ok(Math.abs(scale.at(scale.until) - width) < 1e-6);
    const days = spans.flatMap(({ from, until }) => [from, Math.floor((from + until) / 2), until]).sort((a, b) => a - b);
    days.reduce((before, day) => {
      assert.ok(scale.at(day) >= scale.at(before), 'a later day lies before an earlier one');
      return day;
    });
    for (const { unit, ticks, labels: row } of axisOf(scale, spans.map(({ from }) => from))) {
      assert.ok(ticks.length <= width / 5 + 2 * spans.length + 2, `${ticks.length} ticks on ${width} pixels`);
      assert.ok(ticks.every((left) => left >= 0 && left <= width), unit);
      row.forEach(({ left, words }, i) => {
        assert.ok(left >= 0 && left <= width, `${words} at ${left} of ${width}`);
        if (i > 0) assert.ok(left >= row[i - 1].left + row[i - 1].words.length * 7, `${words} lies over ${row[i - 1].words}`);
      });
    }
  }
});

test('boxes are stacked so that none lies over another while there are lanes', () => {
  const next = random(3);
  for (let round = 0; round < 100; round++) {
    const boxes = Array.from({ length: 1 + next(40) }, () => ({ left: next(500), right: 0 })).map(({ left }) => ({ left, right: left + 10 + next(100) }));
    const lanes = stack(boxes, 6);
    lanes.forEach((lane, i) => {
      assert.ok(lane >= 0 && lane < 6);
      if (lane < 5) boxes.forEach((box, j) => assert.ok(i === j || lanes[j] !== lane || box.right <= boxes[i].left || boxes[i].right <= box.left));
    });
  }
  assert.deepEqual(stack([{ left: 0, right: 100 }, { left: 0, right: 10 }, { left: 20, right: 30 }], 6), [1, 0, 0]);
});
