// Who said what: the table of speakers on the page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { close, fill, open, page, saved, setUp } from './support/desk.mjs';

setUp();

const debate = '\u201cWe must wait here for the boats,\u201d Ama Nkrumah, a pilot, said.\n\n\u201cNo,\u201d said Bo Lindqvist. \u201cWe go.\u201d\n\n'
  + '\u201cNobody goes,\u201d Nkrumah said. Cleo Abara said that she would stay.';
const cells = () => page.locator('#said tbody tr').evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));
const names = async () => (await cells()).map(([name]) => name);
const sorted = () => page.locator('#said th[aria-sort]').evaluateAll((heads) => heads.map((head) => `${head.textContent} ${head.getAttribute('aria-sort')}`));
const lit = () => page.locator('#proof .bp-lit').allTextContents();

async function openDebate(options) {
  await open(options);
  await fill(debate);
  await page.waitForFunction(() => document.querySelector('#said tbody').textContent.includes('Cleo'));
}

test('a row a speaker: who, their role, their words, their share; most words first', async () => {
  await openDebate();
  assert.deepEqual(await cells(), [
    ['Ama Nkrumah', 'pilot', '9', '75\u202f%'], ['Bo Lindqvist', '', '3', '25\u202f%'], ['Cleo Abara', '', '0', '0\u202f%'],
  ]);
  assert.equal(await page.locator('#said summary .count').textContent(), '3');
  assert.deepEqual(await sorted(), ['Words descending']);
  await close();
});

test('words that nobody is known to have said have a row, and are no speaker', async () => {
  await open();
  await fill('\u201cWe go.\u201d');
  await page.waitForFunction(() => document.querySelector('#said .count').textContent === '0');
  assert.deepEqual(await cells(), [['No speaker found', '', '2', '100\u202f%']]);
  await close();
});

test('it is sorted by keyboard, either way, and says so', async () => {
  await openDebate();
  await page.focus('#said summary');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.deepEqual([await names(), await sorted()], [['Ama Nkrumah', 'Bo Lindqvist', 'Cleo Abara'], ['Speaker ascending']]);
  await page.keyboard.press('Space');
  assert.deepEqual([await names(), await sorted()], [['Cleo Abara', 'Bo Lindqvist', 'Ama Nkrumah'], ['Speaker descending']]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.deepEqual([(await names())[0], await sorted()], ['Ama Nkrumah', ['Role ascending']]);
  await page.click('#said [data-sort="share"]');
  assert.deepEqual([await names(), await sorted()], [['Ama Nkrumah', 'Bo Lindqvist', 'Cleo Abara'], ['Share descending']]);
  await page.click('#said [data-sort="share"]');
  assert.deepEqual([await names(), await sorted()], [['Cleo Abara', 'Bo Lindqvist', 'Ama Nkrumah'], ['Share ascending']]);
  await fill(`${debate} Again.`);
  await page.waitForFunction(() => document.querySelector('#proof').textContent.includes('Again'));
  assert.deepEqual([(await names())[0], await sorted()], ['Cleo Abara', ['Share ascending']], 'the next text is sorted otherwise');
  await close();
});

test('pointer or focus on a row lights up all that its speaker says', async () => {
  await openDebate();
  await page.hover('#said tbody tr:nth-child(2)');
  assert.deepEqual(await lit(), ['\u201cNo,\u201d', '\u201cWe go.\u201d']);
  await page.focus('#said tbody tr:first-child button');
  assert.deepEqual(await lit(), ['\u201cNo,\u201d', '\u201cWe go.\u201d'], 'the pointer is still there');
  await page.mouse.move(2, 2);
  assert.deepEqual(await lit(), ['\u201cWe must wait here for the boats,\u201d', '\u201cNobody goes,\u201d']);
  const colours = await page.evaluate(() => ['.bp-direct.bp-lit', '.bp-direct:not(.bp-lit)'].map((name) => getComputedStyle(document.querySelector(`#proof ${name}`)).backgroundColor));
  assert.notEqual(colours[0], colours[1]);
  await page.keyboard.press('Tab');
  assert.deepEqual(await lit(), ['\u201cNo,\u201d', '\u201cWe go.\u201d']);
  await page.focus('#copy');
  assert.deepEqual(await lit(), []);
  await close();
});

test('each row leads to the text, again to what else they say', async () => {
  await openDebate();
  const focused = () => page.evaluate(() => document.activeElement.textContent);
  await page.focus('#said tbody tr:first-child button');
  await page.keyboard.press('Enter');
  assert.equal(await focused(), '\u201cWe must wait here for the boats,\u201d');
  await page.locator('#said tbody tr').first().locator('.number').first().click();
  assert.equal(await focused(), '\u201cNobody goes,\u201d');
  await close();
});

test('it is saved as the table that the package and the command write', async () => {
  await openDebate();
  await page.click('#said [data-sort="name"]');
  const { name, content } = await saved('save speakers');
  assert.equal(name, 'speakers.csv');
  assert.equal(content, '\ufeffspeaker,role,words,share\r\nAma Nkrumah,pilot,9,0.75\r\nBo Lindqvist,,3,0.25\r\nCleo Abara,,0,0\r\n');
  await close();
});

test('many speakers: the first of them, and the rest when asked for', async () => {
  await open();
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  await fill(Array.from({ length: 45 }, (_, index) => `\u201cWe go,\u201d said the ${letters[index % 26].toLowerCase()}${letters[Math.floor(index / 26)].toLowerCase()}ist.`).join('\n\n'));
  await page.waitForFunction(() => document.querySelector('#said .count').textContent === '45');
  assert.equal((await cells()).length, 40);
  await page.click('#said .more');
  assert.equal((await cells()).length, 45);
  assert.equal(await page.evaluate(() => [...document.querySelectorAll('#said tbody button')].indexOf(document.activeElement)), 40);
  assert.equal(await page.isVisible('#said .more'), false);
  await close();
});

test('where nobody speaks there is no table', async () => {
  await open();
  await fill('The mill closed in 1931.');
  await page.waitForFunction(() => document.querySelector('#said').classList.contains('none'));
  assert.equal(await page.isVisible('#said table'), false);
  assert.equal(await page.isVisible('[data-export="save speakers"]'), false);
  await close();
});
