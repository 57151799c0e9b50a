// The page, as a person uses it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sample, webRoot } from '../web/support/build.mjs';
import { checkResult } from '../web/support/check.mjs';
import { breachesOf, paste } from './support/browser.mjs';
import { browser, close, fill, marks, open, openAt, page, saved, server, setUp } from './support/desk.mjs';
import { serve } from './support/server.mjs';

setUp();

const article = `Bridge closes\n\nBy Ama Nkrumah\n\nThe bridge at Turin closed in 1931, Ama Nkrumah said on Friday.\n\n\u201cIt may sit down for a month,\u201d Nkrumah said.`;
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

  test('without dates there are still times, lengths of time and sets', async () => {
    await open();
    const shown = (kind) => page.locator(`#proof .bp-mark.bp-${kind}:not(.bp-off)`).count();
    const others = async () => Promise.all(['time', 'duration', 'set'].map(shown));
    const before = await others();
    assert.ok(before.every((count) => count > 0), String(before));
    await page.locator('#legend [data-kind="date"]').click();
    assert.deepEqual(await others(), before);
    assert.equal(await shown('date'), before[0] + before[1] + before[2]);
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
    await openAt(`${deep.origin}/some/where/deep/`);
    await page.waitForSelector('#proof .bp-mark');
    assert.ok(deep.requests.every((path) => path.startsWith('/some/where/deep/')), deep.requests.join(' '));
    await close();
    deep.close();
  });

  test('an engine that cannot be fetched is an error in words', async () => {
    await openAt('about:blank');
    await page.route('**/engine.wasm', (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto(`${server.origin}/`);
    await page.waitForSelector('#error:not([hidden])');
    assert.match(await page.textContent('#error'), /could not be loaded.*404.*Reload/);
    await page.context().close();
  });

  test('a server that does not know .wasm will do', async () => {
    await openAt('about:blank');
    await page.route('**/engine.wasm', async (route) => route.fulfill({ response: await route.fetch(), contentType: 'application/octet-stream' }));
    await page.goto(`${server.origin}/`);
    await page.waitForSelector('#proof .bp-mark');
    await close();
  });
});
