// When: the dates of a text on a line, and as a calendar.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import ICAL from 'ical.js';
import { breachesOf } from './support/browser.mjs';
import { close, fill, open, page, saved, setUp } from './support/desk.mjs';

setUp();

const history = 'Lagos, 31 May 2019\n\nIt was built in 1931. It opened on Tuesday and closed on Friday.\n\nOn Tuesday nobody came; in 1998-99 it burned, and in 2021 it will open again, every Sunday.';
const points = () => page.locator('#timeline .point');
const says = () => points().evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')));
const readout = () => page.textContent('#timeline .readout');
const lit = () => page.locator('#proof .bp-lit').allTextContents();
const expected = [
  '1931: \u201c1931\u201d', '1998 to 1999: \u201c1998-99\u201d', 'Tuesday 28 May 2019: \u201cTuesday\u201d', 'Friday 31 May 2019: \u201c31 May 2019\u201d, \u201cFriday\u201d', '2021: \u201c2021\u201d'];

async function openHistory(options) {
  await open(options);
  await fill(history);
  await page.waitForFunction(() => document.querySelector('#timeline .readout').textContent.includes('1931'));
}

test('every date that has days is on the line, in order; those of the same days are one', async () => {
  await openHistory();
  assert.deepEqual(await says(), expected);
  assert.equal(await readout(), '7 dates, 1931 to 2021');
  const boxes = await points().evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect()).map(({ left, right }) => [left, right]));
  boxes.reduce((before, box) => {
    assert.ok(box[0] > before[0] && box[1] > before[1], 'not in order on the line');
    return box;
  });
  const shape = await points().evaluateAll((buttons) => buttons.map((button) => [button.parentElement.classList.contains('wide'), button.classList.contains('several')]));
  assert.deepEqual(shape, [[true, false], [true, false], [false, true], [false, true], [true, false]], 'a day is a point, more is a bar');
  const axis = await page.locator('#timeline .axis').textContent();
  for (const label of ['1931', '1998', '2021', '28', '31', 'May', 'day of the article']) assert.ok(axis.includes(label), `${label} is not in ${axis}`);
  await close();
});

test('it stretches with the page', async () => {
  await openHistory();
  const right = () => points().last().evaluate((button) => button.getBoundingClientRect().right - button.closest('.strip').getBoundingClientRect().right);
  const before = await right();
  assert.ok(before < 0 && before > -20, `${before}`);
  await page.setViewportSize({ width: 700, height: 700 });
  await page.waitForFunction((edge) => Math.abs(edge) < 1, await right() - before);
  await close();
});

test('pointer or focus on a date says what it is, and lights it up in the text', async () => {
  await openHistory();
  await points().nth(2).hover();
  assert.equal(await readout(), expected[2]);
  assert.deepEqual(await lit(), ['Tuesday', 'Tuesday']);
  await page.mouse.move(2, 2);
  assert.equal(await readout(), '7 dates, 1931 to 2021');
  assert.deepEqual(await lit(), []);
  await points().nth(1).focus();
  assert.equal(await readout(), expected[1]);
  assert.deepEqual(await lit(), ['1998-99']);
  await close();
});

test('by keyboard: one stop, arrows, Home, End, and Enter to the text, again to the next place', async () => {
  await openHistory();
  await page.focus('[data-export="save dates"]');
  await page.keyboard.press('Tab');
  const at = () => page.evaluate(() => [...document.querySelectorAll('#timeline .point')].indexOf(document.activeElement));
  assert.equal(await at(), 0);
  await page.keyboard.press('End');
  assert.equal(await at(), 4);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  assert.equal(await at(), 2);
  const focused = () => page.evaluate(() => [...document.querySelectorAll('#proof .bp-mark')].indexOf(document.activeElement));
  await page.keyboard.press('Enter');
  const first = await focused();
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Tuesday');
  assert.equal(await page.locator('#timeline .here').count(), 1, 'the line does not show where the text is');
  await page.keyboard.press('Shift+Tab');
  assert.equal(await at(), 2, 'Tab does not return to the date looked at last');
  await page.keyboard.press('Enter');
  assert.ok(await focused() > first);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Tuesday');
  await close();
});

test('a mark looked at in the text is shown on the line', async () => {
  await openHistory();
  await page.locator('#proof .bp-date', { hasText: '2021' }).hover();
  await page.waitForSelector('#timeline li.here:last-child');
  await page.mouse.move(2, 2);
  await page.waitForSelector('#timeline li.here', { state: 'detached' });
  await close();
});

test('at 360 pixels it fits, and axe finds nothing wrong with it, light and dark', async () => {
  for (const colorScheme of ['light', 'dark']) {
    await openHistory({ colorScheme, viewport: { width: 360, height: 740 } });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 360);
    const outside = await page.locator('#timeline :is(.point, .axis span)').evaluateAll((parts) => parts.filter((part) => part.getBoundingClientRect().right > 360 || part.getBoundingClientRect().left < 0).length);
    assert.equal(outside, 0);
    await points().nth(2).focus();
    assert.deepEqual(await breachesOf(page), []);
    await close();
  }
});

test('a finger can hit a date', async () => {
  await openHistory({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });
  const sizes = await points().evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height)));
  assert.ok(Math.min(...sizes) >= 24, sizes.join(' '));
  await close();
});

test('very many dates are taken together, and the page stays quick', async () => {
  await open();
  const days = Array.from({ length: 1200 }, (_, i) => new Date(Date.UTC(2001, 0, 1 + i * 3)).toISOString().slice(0, 10));
  await page.fill('#copy', days.map((day) => `It closed on ${day}.`).join('\n\n'));
  await page.waitForFunction(() => /1,200 dates/.test(document.querySelector('#timeline .readout').textContent));
  const labels = await says();
  assert.ok(labels.length > 50 && labels.length <= 150, `${labels.length} points`);
  assert.match(labels[0], /^Monday 1 January 2001 to \w+ \d+ January 2001: .* and 8 more$/);
  await close();
});

test('without a date there is no line, and without a day none is drawn for the article', async () => {
  await open();
  await fill('Nobody knows why.');
  await page.waitForSelector('#timeline', { state: 'hidden' });
  await fill('It was built in 1931.');
  await page.waitForSelector('#timeline .point');
  assert.equal(await page.locator('#timeline .reference').count(), 0);
  await close();
});

test('it is saved as a calendar that another program reads', async () => {
  await openHistory();
  const { name, content } = await saved('save dates');
  assert.equal(name, 'dates.ics');
  const events = new ICAL.Component(ICAL.parse(content)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  assert.deepEqual(events.map(({ startDate, endDate }) => `${startDate} ${endDate}`), [
    '2019-05-31 2019-06-01', '1931-01-01 1932-01-01', '2019-05-28 2019-05-29', '2019-05-31 2019-06-01', '2019-05-28 2019-05-29', '1998-01-01 2000-01-01', '2021-01-01 2022-01-01']);
  assert.equal(events[1].summary, 'It was built in 1931.');
  await close();
});
