// The page, as a person uses it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import ICAL from 'ical.js';
import { sample, webRoot } from '../web/support/build.mjs';
import { checkResult } from '../web/support/check.mjs';
import { breachesOf, openBrowser, openPage, paste } from './support/browser.mjs';
import { serve } from './support/server.mjs';

let server, browser, page;

before(async () => {
  server = await serve({ '/': webRoot });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  server?.close();
});

const article = `Bridge closes\n\nBy Ama Nkrumah\n\nThe bridge at Turin closed in 1931, Ama Nkrumah said on Friday.\n\n\u201cIt may sit down for a month,\u201d Nkrumah said.`;

async function open(options) {
  page = await openPage(browser, `${server.origin}/`, options);
  await page.waitForSelector('#proof .bp-mark');
  return page;
}

async function fill(text) {
  await page.fill('#copy', text);
  await page.waitForFunction((words) => document.querySelector('#proof').textContent.includes(words), text.trim().split('\n').at(-1));
}

async function close() {
  assert.deepEqual(page.complaints, []);
  await page.context().close();
}

const marks = (kind = 'mark') => page.locator(`#proof .bp-${kind}:not(.bp-off)`);
const proofText = () => page.locator('#proof').textContent();
const note = () => page.locator('#note');

describe('at first', () => {
  test('the sample lies on the desk, marked, and said to be invented', async () => {
    await open();
    assert.equal(await page.inputValue('#copy'), sample.trim());
    assert.ok(await marks('person').count() > 5);
    assert.ok(await page.isVisible('#invented'));
    assert.match(await page.textContent('#date-advice'), /4 June 2011/);
    assert.match(await page.textContent('#status'), /\d+ names, \d+ dates, \d+ quotations in \d+ ms/);
    assert.equal(await page.inputValue('#date'), '');
    await close();
  });

  for (const [name, options] of Object.entries({ light: {}, dark: { colorScheme: 'dark' }, narrow: { viewport: { width: 360, height: 740 } } })) {
    test(`axe finds nothing wrong, ${name}`, async () => {
      await open(options);
      await marks('person').first().focus();
      assert.deepEqual(await breachesOf(page), []);
      await close();
    });
  }

  test('at 360 pixels nothing is wider than the screen', async () => {
    await open({ viewport: { width: 360, height: 740 } });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 360);
    await close();
  });

  test('after loading it asks the network for nothing more', async () => {
    await open();
    await page.context().setOffline(true);
    await fill(article);
    assert.ok(await marks('direct').count() > 0);
    await close();
  });
});

describe('putting a text on the desk', () => {
  test('it is marked as one types', async () => {
    await open();
    await page.fill('#copy', '');
    await page.waitForSelector('#blank:not([hidden])');
    await page.locator('#copy').pressSequentially('It closed in 1931.');
    await page.waitForSelector('#proof .bp-date');
    assert.equal(await marks('date').first().textContent(), '1931');
    assert.equal(await page.isVisible('#invented'), false);
    await close();
  });

  test('rich text loses its tags and keeps its paragraphs', async () => {
    await open();
    await page.fill('#copy', '');
    const html = '<html><head><style>p { color: red }</style></head><body><h1>Bridge <em>closes</em></h1><p>It was built\n in <b>1931</b>.</p>'
      + '<ul><li>One</li><li>Two</li></ul><p>First<br>second</p><script>document.title = "bad"</script><p hidden>unseen</p>'
      + '<p style="color: blue; display:none">unseen</p><p style="white-space: pre-wrap">a  style=b</p></body></html>';
    await paste(page, '#copy', { 'text/html': html, 'text/plain': 'plain' });
    assert.equal(await page.inputValue('#copy'), 'Bridge closes\n\nIt was built in 1931.\n\nOne\nTwo\n\nFirst\nsecond\n\na  style=b');
    await page.waitForSelector('#proof .bp-date');
    assert.equal(await page.title(), 'Bluepencil');
    await close();
  });

  test('code from an editor, which has no paragraphs, is pasted as it is', async () => {
    await open();
    assert.equal(await paste(page, '#copy', { 'text/html': '<pre><span>a</span></pre>', 'text/plain': 'a' }), true, 'the page took the paste over');
    await close();
  });

  test('a paste outside every field is a new article', async () => {
    await open();
    await paste(page, 'body', { 'text/plain': article });
    assert.equal(await page.inputValue('#copy'), article);
    await page.waitForFunction(() => document.querySelector('#proof').textContent.includes('sit down'));
    await close();
  });

  test('a file is opened; one that is not UTF-8 is refused in words', async () => {
    await open();
    await page.setInputFiles('#file', { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(article) });
    await page.waitForFunction(() => document.querySelector('#proof').textContent.includes('sit down'));
    await page.setInputFiles('#file', { name: 'old.txt', mimeType: 'text/plain', buffer: Buffer.from([0x41, 0x42, 0xe9, 0x20]) });
    await page.waitForSelector('#error:not([hidden])');
    assert.equal(await page.textContent('#error'), 'old.txt is not UTF-8 text: byte 2 is wrong. Save it as UTF-8 and open it again.');
    assert.equal(await page.inputValue('#copy'), article);
    await page.setInputFiles('#file', { name: 'a.html', mimeType: 'text/html', buffer: Buffer.from('<p>It is <i>1931</i>.</p><p>Done.</p>') });
    await page.waitForFunction(() => document.querySelector('#copy').value === 'It is 1931.\n\nDone.');
    await page.waitForSelector('#error', { state: 'hidden' });
    await close();
  });

  test('a file is dropped, and so is a text', async () => {
    await open();
    const drop = (make) => page.evaluate(`(() => { const dataTransfer = new DataTransfer(); (${make})(dataTransfer);
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true })); })()`);
    await drop('(data) => data.items.add(new File(["It is 1931."], "a.txt", { type: "text/plain" }))');
    await page.waitForFunction(() => document.querySelector('#copy').value === 'It is 1931.');
    await drop('(data) => data.setData("text/plain", "It is 1932.")');
    await page.waitForFunction(() => document.querySelector('#proof .bp-date')?.textContent === '1932');
    await close();
  });

  test('a long text waits for the button', async () => {
    await open();
    const long = `${sample}\n\n`.repeat(40);
    await page.fill('#copy', long);
    await page.waitForSelector('#mark:not([hidden])');
    assert.match(await page.textContent('#copy-advice'), /thousand characters/);
    await page.waitForTimeout(600);
    const before = await marks().count();
    assert.equal(await page.textContent('#status'), 'Not marked yet');
    assert.equal(await page.locator('#proof.stale').count(), 1);
    await page.click('#mark');
    await page.waitForFunction((count) => document.querySelectorAll('#proof .bp-mark').length > 20 * count, before);
    assert.equal(await page.locator('#proof.stale').count(), 0);
    await page.click('#clear');
    await page.waitForSelector('#mark', { state: 'hidden' });
    await close();
  });

  test('spaces are nothing, and said to be', async () => {
    await open();
    await page.fill('#copy', '  \n ');
    await page.waitForSelector('#blank:not([hidden])');
    assert.equal(await page.textContent('#status'), 'Nothing to mark');
    await page.click('#sample');
    await page.waitForSelector('#proof .bp-person');
    await close();
  });

  test('what is written between angle brackets stays text', async () => {
    await open();
    await fill('Ama Nkrumah wrote <img src=x onerror=alert(1)> in 1931.');
    assert.equal(await proofText(), 'Ama Nkrumah wrote <img src=x onerror=alert(1)> in 1931.');
    await close();
  });
});

describe('the day of the article', () => {
  test('it moves the relative dates', async () => {
    await open();
    await fill('The mill opens on Friday.\n\nNobody knows why.');
    assert.match(await page.textContent('#date-advice'), /gives none/);
    await page.fill('#date', '2019-05-29');
    await page.waitForFunction(() => /reckoned/.test(document.querySelector('#date-advice').textContent));
    await marks('date').first().hover();
    await note().waitFor();
    assert.match(await note().textContent(), /2019-05-31/);
    await close();
  });
});

describe('looking at marks', () => {
  test('the pointer on a mark tells what it is', async () => {
    await open();
    await marks('person').first().hover();
    await note().waitFor();
    assert.match(await note().textContent(), /person.*Why/);
    assert.equal(await marks('person').first().getAttribute('aria-describedby'), 'note');
    await page.mouse.move(2, 2);
    await note().waitFor({ state: 'hidden' });
    await close();
  });

  test('a quotation tells its speaker, and shows its pieces together', async () => {
    await open();
    await fill(article);
    await marks('direct').first().hover();
    await note().waitFor();
    assert.match(await note().textContent(), /Said by Ama Nkrumah/);
    assert.ok(await page.locator('#proof .bp-speaker.bp-same').count() === 1);
    await close();
  });

  test('by keyboard: Tab, arrows, Home, End, Enter, Escape', async () => {
    await open();
    await page.focus('#timeline .point[tabindex="0"]');
    await page.keyboard.press('Tab');
    const focused = () => page.evaluate(() => [...document.querySelectorAll('#proof .bp-mark')].indexOf(document.activeElement));
    assert.equal(await focused(), 0);
    assert.ok(await note().isVisible());
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    assert.equal(await focused(), 2);
    await page.keyboard.press('ArrowLeft');
    assert.equal(await focused(), 1);
    await page.keyboard.press('Escape');
    assert.equal(await note().isVisible(), false);
    await page.keyboard.press('Enter');
    assert.ok(await note().isVisible());
    await page.keyboard.press('End');
    assert.equal(await focused(), await marks().count() - 1);
    await page.keyboard.press('Home');
    assert.equal(await focused(), 0);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    assert.equal(await focused(), -1);
    await page.keyboard.press('Shift+Tab');
    assert.equal(await focused(), 1, 'Tab does not return to the mark looked at last');
    await close();
  });

  test('the legend counts, hides and shows a kind', async () => {
    await open();
    const button = page.locator('#legend [data-kind="person"]');
    const count = await marks('person').count();
    assert.equal(await button.locator('.count').textContent(), String(count));
    await button.click();
    assert.equal(await button.getAttribute('aria-pressed'), 'false');
    assert.equal(await marks('person').count(), 0);
    await fill(article);
    assert.equal(await marks('person').count(), 0, 'hidden kinds come back with the next text');
    assert.ok(await marks('direct').count() > 0);
    await button.press('Enter');
    assert.ok(await marks('person').count() > 0);
    await close();
  });

  test('each line in the margin leads to its place, again to the next', async () => {
    await open();
    await page.locator('.line.mention', { hasText: 'Roswitha Pirkner-Oblak' }).click();
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Roswitha Pirkner-Oblak');
    await page.locator('.line.mention', { hasText: 'Roswitha Pirkner-Oblak' }).click();
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Roswitha');
    await page.locator('.line.quote').last().click();
    assert.ok(await page.evaluate(() => document.activeElement.matches('.bp-quote')));
    await page.locator('.line.date').first().click();
    assert.ok(await page.evaluate(() => document.activeElement.matches('.bp-date, .bp-time, .bp-duration, .bp-set')));
    const titles = await page.locator('.list h2').allTextContents();
    assert.deepEqual(titles, ['Who said what', 'Quotations', 'People', 'Organizations', 'Places', 'Dates']);
    await close();
  });

  test('furniture is grey and has no marks', async () => {
    await open();
    assert.ok(await page.locator('#proof .bp-furniture').count() > 0);
    assert.equal(await page.locator('#proof .bp-furniture .bp-mark').count(), 0);
    const colours = await page.evaluate(() => ['.bp-furniture', '.bp-body'].map((name) => getComputedStyle(document.querySelector(`#proof ${name}`)).color));
    assert.notEqual(colours[0], colours[1]);
    await close();
  });

  test('in forced colours the kinds still differ by their lines', async () => {
    await open({ forcedColors: 'active' });
    const lines = await page.evaluate(() => ['person', 'place', 'organization'].map((kind) => getComputedStyle(document.querySelector(`#legend .bp-${kind}`)).textDecorationStyle));
    assert.deepEqual(lines, ['solid', 'dotted', 'double']);
    const colours = await page.evaluate(() => {
      const point = getComputedStyle(document.querySelector('#timeline .point'), '::before').backgroundColor;
      return [point, getComputedStyle(document.querySelector('.timeline')).backgroundColor];
    });
    assert.notEqual(colours[0], colours[1], 'the dates cannot be seen on their line');
    await close();
  });

  test('an edit leaves the paragraphs that it does not touch where they are', async () => {
    await open();
    await fill(article);
    await page.evaluate(() => { document.querySelector('#proof .bp-block').dataset.seen = 'yes'; });
    await fill(`${article} Again.`);
    assert.equal(await page.locator('#proof [data-seen]').count(), 1);
    await close();
  });
});

async function saved(what) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(`[data-export="${what}"]`)]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path(), 'utf8') };
}

describe('who said what', () => {
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
});

describe('when', () => {
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
});

describe('taking it away', () => {
  test('JSON, copied and saved, is the result', async () => {
    await open();
    await fill(article);
    const { name, content } = await saved('save json');
    assert.equal(name, 'article.json');
    checkResult(article, JSON.parse(content));
    await page.click('[data-export="copy json"]');
    await page.waitForFunction(() => document.querySelector('#status').textContent === 'JSON copied');
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), content);
    await close();
  });

  test('HTML, copied, is the marked article; saved, a page of its own', async () => {
    await open();
    await fill(article);
    await page.click('[data-export="copy html"]');
    await page.waitForFunction(() => document.querySelector('#status').textContent === 'HTML copied');
    const html = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(html, /^<article class="bluepencil"/);
    const { name, content } = await saved('save html');
    assert.equal(name, 'article.html');
    assert.ok(content.startsWith('<!doctype html>') && content.includes(html));
    const other = await browser.newPage();
    await other.setContent(content);
    assert.match(await other.locator('mark.bp-date').first().evaluate((mark) => getComputedStyle(mark).textDecorationLine), /underline/);
    await other.close();
    await close();
  });

  test('an empty desk gives an empty result', async () => {
    await open();
    await page.click('#clear');
    await page.waitForSelector('#blank:not([hidden])');
    const { content } = await saved('save json');
    assert.deepEqual(JSON.parse(content).mentions, []);
    await close();
  });
});

describe('where it lies', () => {
  test('under any path of any host, and with the policy as a header too', async () => {
    const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; worker-src 'self'; img-src 'self'";
    const deep = await serve({ '/some/where/deep/': webRoot }, { 'content-security-policy': policy });
    page = await openPage(browser, `${deep.origin}/some/where/deep/`);
    await page.waitForSelector('#proof .bp-mark');
    assert.ok(deep.requests.every((path) => path.startsWith('/some/where/deep/')), deep.requests.join(' '));
    await close();
    deep.close();
  });

  test('an engine that cannot be fetched is an error in words', async () => {
    page = await openPage(browser, 'about:blank');
    await page.route('**/engine.wasm', (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto(`${server.origin}/`);
    await page.waitForSelector('#error:not([hidden])');
    assert.match(await page.textContent('#error'), /could not be loaded.*404.*Reload/);
    await page.context().close();
  });

  test('a server that does not know .wasm will do', async () => {
    page = await openPage(browser, 'about:blank');
    await page.route('**/engine.wasm', async (route) => route.fulfill({ response: await route.fetch(), contentType: 'application/octet-stream' }));
    await page.goto(`${server.origin}/`);
    await page.waitForSelector('#proof .bp-mark');
    await close();
  });
});
