// A calendar of the dated mentions, as another program reads it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import ICAL from 'ical.js';
import { articles, importBuilt, sample } from './support/build.mjs';
import { plainText } from './support/article.mjs';

const { loadEngine, toICS } = await importBuilt('index.js');
const { sentencesOf } = await importBuilt('sentences.js');
const engine = await loadEngine();

const parse = (ics) => new ICAL.Component(ICAL.parse(ics));
const eventsOf = (ics) => parse(ics).getAllSubcomponents('vevent').map((event) => Object.fromEntries(event.getAllProperties().map((property) => [property.name, property.getFirstValue()])));
const drawn = ({ dates }) => dates.filter(({ earliest }) => earliest);
const nextDay = (day) => new Date(Date.parse(`${day}T00:00:00Z`) + 864e5).toISOString().slice(0, 10);
const dayOf = ({ year, month, day }) => [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
const oneLine = (words) => words.replace(/\s+/g, ' ').trim();

/** A result with one date in it. */
function dated(text, words, earliest, latest = earliest) {
  const start = text.indexOf(words);
  return { schema: 'bluepencil/1', offsets: 'utf-16', language: 'en', reference: { date: '2019-05-31', source: 'option' },
    blocks: [{ start: 0, end: text.length, role: 'body' }], entities: [], mentions: [], quotes: [],
    dates: [{ start, end: start + words.length, text: words, type: 'date', value: earliest, earliest, latest, score: 0.9, why: 'test' }] };
}

test('every date that has days is an event of whole days, with its sentence and its words', () => {
  let count = 0;
  for (const { xml } of articles()) {
    const text = plainText(xml);
    const result = engine.annotate(text, { date: '2019-05-31' });
    const ics = toICS(text, result);
    const dates = drawn(result).sort((a, b) => a.start - b.start);
    if (dates.length === 0) {
      assert.equal(ics, '');
      continue;
    }
    const events = eventsOf(ics);
    assert.equal(events.length, dates.length);
    dates.forEach((date, index) => {
      const { dtstart, dtend, dtstamp, summary, description, uid } = events[index];
      assert.ok(dtstart.isDate && dtend.isDate);
      assert.equal(dayOf(dtstart), date.earliest);
      assert.equal(dayOf(dtend), nextDay(date.latest));
      assert.equal(dtstamp.toString(), '2019-05-31T00:00:00Z');
      assert.ok(summary.includes(oneLine(date.text)), `${date.text} is not in ${summary}`);
      assert.ok(summary.length <= 145, summary);
      assert.ok(description.includes(`\u201c${oneLine(date.text)}\u201d: `) && description.endsWith(date.why));
      assert.ok(uid);
    });
    assert.equal(new Set(events.map(({ uid }) => uid)).size, events.length, 'two events with one UID');
    count += events.length;
  }
  assert.ok(count > 1000, `only ${count} events`);
});

test('lines end with CR LF, have 75 bytes at most, and break no character', () => {
  const text = `\u{1F680} Caf\u00e9 \u2014 \u65e5\u672c\u8a9e\u65e5\u672c\u8a9e\u65e5\u672c\u8a9e\u65e5\u672c\u8a9e\u65e5\u672c\u8a9e \u{1F469}\u200d\u{1F680}\u{1F469}\u200d\u{1F680}\u{1F469}\u200d\u{1F680} \u00c9lan came in May 2011, twice.`;
  for (const [words, result] of [[sample, engine.annotate(sample)], [text, engine.annotate(text)]]) {
    const ics = toICS(words, result);
    const lines = ics.split('\r\n');
    assert.equal(lines.pop(), '');
    for (const line of lines) {
      assert.ok(Buffer.byteLength(line) <= 75, line);
      assert.ok(line.isWellFormed() && !/[\r\n]/.test(line));
    }
    assert.ok(lines.some((line) => line.startsWith(' ')), 'no line is folded');
  }
  assert.equal(eventsOf(toICS(text, engine.annotate(text)))[0].summary, text);
});

test('what means something in a calendar is escaped', () => {
  const text = 'Backslash \\n; comma, \u201cquote\u201d: END:VEVENT\nBEGIN:VEVENT\u0007 in May 2011\ttwice \ud800 over';
  const [event, ...more] = eventsOf(toICS(text, dated(text, 'May 2011', '2011-05-01', '2011-05-31'), { name: 'a;b,c\\d' }));
  assert.deepEqual(more, []);
  assert.equal(event.summary, 'Backslash \\n; comma, \u201cquote\u201d: END:VEVENT BEGIN:VEVENT in May 2011 twice \ufffd over');
  assert.match(toICS(text, dated(text, 'May 2011', '2011-05-01'), { name: 'a;b,c\\d' }), /^NAME:a\\;b\\,c\\\\d\r$/m);
});

test('the end is the day after: over months, leap days, years, and the first and last of all', () => {
  const days = { '2019-05-31': '2019-06-01', '2020-02-28': '2020-02-29', '2020-02-29': '2020-03-01', '1900-02-28': '1900-03-01', '1999-12-31': '2000-01-01', '0001-01-01': '0001-01-02', '0099-12-31': '0100-01-01' };
  for (const [day, next] of Object.entries(days)) {
    const ics = toICS('then', dated('then', 'then', day));
    assert.match(ics, new RegExp(`^DTSTART;VALUE=DATE:${day.replaceAll('-', '')}\\r\\nDTEND;VALUE=DATE:${next.replaceAll('-', '')}\\r$`, 'm'), day);
  }
  const last = toICS('then', dated('then', 'then', '9999-12-31'));
  assert.match(last, /^DTSTART;VALUE=DATE:99991231\r$/m);
  assert.doesNotMatch(last, /DTEND/);
  assert.match(toICS('then', dated('then', 'then', '9999-01-01', '9999-12-31')), /^DTEND;VALUE=DATE:99991231\r$/m);
});

test('it is the same every time, in any unit of offsets, and without a clock', () => {
  const text = `\u{1F680}\u00e9 ${sample}`;
  const ics = toICS(text, engine.annotate(text));
  assert.equal(toICS(text, engine.annotate(text)), ics);
  for (const offsets of ['utf-8', 'code-point']) assert.equal(toICS(text, engine.annotate(text, { offsets })), ics);
  assert.equal(eventsOf(ics)[0].dtstamp.toString(), '2011-06-04T00:00:00Z');
  const undated = 'It was built in 1931.';
  assert.equal(eventsOf(toICS(undated, engine.annotate(undated)))[0].dtstamp.toString(), '1970-01-01T00:00:00Z');
});

test('an event keeps its UID when the text is edited elsewhere, and not when it changes', () => {
  const uids = (text, options) => eventsOf(toICS(text, engine.annotate(text, { date: '2019-05-31' }), options)).map(({ uid }) => uid);
  const text = 'The mill at Turin closed in 1931. It opened in May 2011.\n\nIt opened in May 2011.\n';
  const before = uids(text);
  assert.equal(new Set(before).size, 3, 'the same sentence twice has one UID');
  assert.deepEqual(uids(`Nobody was there.\n\n${text}`), before);
  assert.deepEqual(uids(text, { summary: 'words' }), before);
  assert.notEqual(uids(text.replace('1931', '1932'))[0], before[0]);
  assert.deepEqual(uids(text.replace('1931', '1932')).slice(1), before.slice(1));
  assert.equal(uids(text, { source: 'https://example.org/a' }).filter((uid) => before.includes(uid)).length, 0);
});

test('the calendar has the name of the headline, the events the address; names of events by choice', () => {
  const result = engine.annotate(sample);
  const options = { source: 'https://example.org/a?b=1,2;3', summary: 'words' };
  const calendar = parse(toICS(sample, result, options));
  assert.equal(calendar.getFirstPropertyValue('version'), '2.0');
  assert.ok(calendar.getFirstPropertyValue('prodid'));
  assert.equal(calendar.getFirstPropertyValue('name'), 'The tick bus comes to Heiligenblut');
  const [event] = eventsOf(toICS(sample, result, options));
  assert.equal(event.summary, oneLine(drawn(result)[0].text));
  assert.equal(event.url, options.source);
  assert.equal(event.transp, 'TRANSPARENT');
  assert.equal('url' in eventsOf(toICS(sample, result, { source: 'no address' }))[0], false);
});

test('a calendar without events is none', () => {
  const text = 'Every Friday they met.';
  assert.equal(toICS(text, engine.annotate(text)), '');
  assert.equal(toICS('', engine.annotate('')), '');
});

test('a sentence ends at a full stop, not at an abbreviation', () => {
  const of = (text) => sentencesOf(text).map(([start, end]) => text.slice(start, end));
  assert.deepEqual(of(' Dr. Nkrumah left on Jan. 3. \u201cWhy?\u201d she said.  \u2018So.\u2019 The U.S. Senate and J. K. Abara met at 3.5 p.m. on No. 10. 1931 was long ago! '), [
    'Dr. Nkrumah left on Jan. 3.', '\u201cWhy?\u201d she said.', '\u2018So.\u2019', 'The U.S. Senate and J. K. Abara met at 3.5 p.m. on No. 10.', '1931 was long ago!']);
  assert.deepEqual(of(''), []);
  assert.deepEqual(of('  \n'), []);
});

test('a long sentence is cut around its date, at words', () => {
  const many = 'one two three four five six seven eight nine ten '.repeat(20);
  for (const [text, shape] of [
    [`${many}in May 2011 ${many}`, /^\u2026(\w+ )+in May 2011( \w+)+\u2026$/], [`In May 2011 ${many}`, /^In May 2011( \w+)+\u2026$/], [`${many}in May 2011`, /^\u2026(\w+ )+in May 2011$/],
    [`${'x'.repeat(2000)} May 2011`, /^\u2026\s?May 2011$/],
  ]) {
    const [{ summary, description }] = eventsOf(toICS(text, dated(text, 'May 2011', '2011-05-01', '2011-05-31')));
    assert.match(summary, shape);
    assert.ok(summary.length <= 142, `${summary.length}`);
    assert.ok(description.length > summary.length || text.startsWith('xx'));
  }
});

test('time is in proportion to the text, though it has no full stop and a date at every turn', () => {
  const measure = (times) => {
    const text = 'in May 2011 '.repeat(times);
    const dates = Array.from({ length: times }, (_, i) => ({ ...dated(text, 'May 2011', '2011-05-01').dates[0], start: i * 12 + 3, end: i * 12 + 11 }));
    const start = performance.now();
    toICS(text, { ...dated(text, 'May 2011', '2011-05-01'), dates });
    return performance.now() - start;
  };
  measure(200);
  const [once, eight] = [Math.max(measure(500), 5), measure(4000)];
  assert.ok(eight < once * 30, `${once} ms, then ${eight} ms`);
});
