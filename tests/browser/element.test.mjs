// <blue-pencil> and annotateElement, in the examples and in pages of their own.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { importBuilt, root, webRoot } from '../web/support/build.mjs';
import { checkResult } from '../web/support/check.mjs';
import { breachesOf, openBrowser, openPage } from './support/browser.mjs';
import { serve } from './support/server.mjs';

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; worker-src 'self'";
let server, strict, browser, folder, page;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bluepencil-'));
  const files = { '/': folder, '/build/web/': webRoot, '/examples/': join(root, 'examples') };
  server = await serve(files);
  strict = await serve(files, { 'content-security-policy': POLICY });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  server?.close();
  strict?.close();
  await rm(folder, { recursive: true });
});

const text = 'Ama Nkrumah flew from Lagos to Turin in 1931. \u201cWe begin,\u201d Nkrumah said.';

/** A page under the strict policy, with a module of its own. */
async function open(body, script = "import '/build/web/element.js';") {
  const name = `page-${Math.random().toString(36).slice(2)}`;
  await writeFile(join(folder, `${name}.js`), script);
  await writeFile(join(folder, `${name}.html`), `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test</title>
    <main><h1>Test</h1>${body}</main><script type="module" src="${name}.js"></script></html>`);
  page = await openPage(browser, `${strict.origin}/${name}.html`);
}

async function close() {
  assert.deepEqual(page.complaints, []);
  await page.context().close();
}

const resultOf = () => page.evaluate(() => document.querySelector('blue-pencil').result);
const settled = (words) => page.waitForFunction((part) => document.querySelector('blue-pencil').shadowRoot?.querySelector('.text').textContent.includes(part), words);

describe('<blue-pencil>', () => {
  test('the module can be imported where there is no DOM', async () => {
    const { BluePencil, annotateElement } = await importBuilt('element.js');
    assert.equal(typeof BluePencil, 'function');
    assert.equal(typeof annotateElement, 'function');
  });

  test('it reads the paragraphs that it wraps and says "annotated"', async () => {
    await open(`<blue-pencil date="2019-05-31"><article><h2>Bridge</h2><p>It closed\n on Friday.</p></article></blue-pencil>`, `
      document.addEventListener('annotated', ({ detail, target }) => { globalThis.said = { detail, name: target.localName }; });
      await import('/build/web/element.js');`);
    await page.waitForFunction(() => globalThis.said);
    const { detail, name } = await page.evaluate(() => globalThis.said);
    assert.equal(name, 'blue-pencil');
    checkResult('Bridge\n\nIt closed on Friday.', detail);
    assert.equal(detail.reference.date, '2019-05-31');
    assert.deepEqual(await resultOf(), detail);
    assert.match(await page.locator('blue-pencil [role="status"]').textContent(), /1 date/);
    await close();
  });

  test('text by attribute and by property, set before and after it is known', async () => {
    await open(`<blue-pencil text="It is 1931."></blue-pencil>`, `
      const element = document.querySelector('blue-pencil');
      element.types = ['dates'];
      await import('/build/web/element.js');`);
    await settled('1931');
    await page.evaluate((words) => { document.querySelector('blue-pencil').text = words; }, text);
    await settled('Lagos');
    const result = await resultOf();
    checkResult(text, result);
    assert.deepEqual([result.mentions.length, result.dates.length], [0, 1]);
    await page.evaluate(() => { document.querySelector('blue-pencil').types = undefined; });
    await page.waitForFunction(() => document.querySelector('blue-pencil').result.mentions.length > 0);
    await page.evaluate(() => document.querySelector('blue-pencil').removeAttribute('text'));
    await page.evaluate(() => { document.querySelector('blue-pencil').text = undefined; });
    await page.waitForFunction(() => document.querySelector('blue-pencil').result.blocks.length === 0);
    await close();
  });

  test('it follows the content that it wraps', async () => {
    await open('<blue-pencil><p>It is 1931.</p></blue-pencil>');
    await settled('1931');
    await page.evaluate(() => document.querySelector('blue-pencil p').firstChild.appendData(' It is 1932.'));
    await settled('1932');
    await close();
  });

  test('by keyboard: arrows between marks, Enter for the note, Escape; "select" is said', async () => {
    await open(`<blue-pencil text="${text}"></blue-pencil>`, `
      document.addEventListener('select', ({ detail, composed }) => { globalThis.chosen = { ...detail, composed }; });
      await import('/build/web/element.js');`);
    await settled('Lagos');
    const note = page.locator('blue-pencil [part~="note"]');
    await page.locator('blue-pencil [part="toggle"]').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    assert.equal(await note.isVisible(), false);
    await page.keyboard.press('Enter');
    assert.ok(await note.isVisible());
    const { kind, record, composed } = await page.evaluate(() => globalThis.chosen);
    assert.deepEqual([kind, record.text, composed], ['person', 'Ama Nkrumah', true]);
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.evaluate(() => document.querySelector('blue-pencil').shadowRoot.activeElement.textContent), 'Lagos');
    await close();
  });

  test('it hides its marks, and its list leads to them', async () => {
    await open(`<blue-pencil text="${text}"></blue-pencil>`);
    await settled('Lagos');
    const marks = page.locator('blue-pencil .bp-mark:not(.bp-off)');
    assert.ok(await marks.count() > 3);
    await page.locator('blue-pencil [part="toggle"]').click();
    assert.equal(await marks.count(), 0);
    await page.locator('blue-pencil [part="toggle"]').click();
    await page.locator('blue-pencil summary').click();
    await page.locator('blue-pencil [part="list"] button', { hasText: 'Turin' }).click();
    assert.equal(await page.evaluate(() => document.querySelector('blue-pencil').shadowRoot.activeElement.textContent), 'Turin');
    assert.deepEqual(await breachesOf(page), []);
    await close();
  });

  test('an engine in a worker serves as well; an error is shown and said', async () => {
    await open('<blue-pencil></blue-pencil>', `
      import '/build/web/element.js';
      import { createWorkerEngine } from '/build/web/worker.js';
      const element = document.querySelector('blue-pencil');
      element.addEventListener('annotateerror', ({ detail }) => { globalThis.failure = detail.code; });
      element.engine = createWorkerEngine();
      element.text = 'It is 1931.';`);
    await settled('1931');
    await page.evaluate(() => { document.querySelector('blue-pencil').date = 'soon'; });
    await page.waitForFunction(() => globalThis.failure === 'options');
    assert.match(await page.locator('blue-pencil [role="alert"]').textContent(), /date/);
    await close();
  });

  test('its custom properties and parts style it from outside', async () => {
    page = await openPage(browser, `${server.origin}/examples/widget.html`);
    await page.waitForFunction(() => document.querySelector('blue-pencil').result);
    const style = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('blue-pencil');
      const mark = getComputedStyle(shadowRoot.querySelector('.bp-person'));
      return [mark.textDecorationColor, getComputedStyle(shadowRoot.querySelector('.bp-headline')).fontStyle];
    });
    assert.deepEqual(style, ['rgb(106, 27, 154)', 'italic']);
    await page.locator('blue-pencil .bp-person').first().click();
    assert.match(await page.textContent('output'), /^person: /);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
});

const painted = () => page.evaluate(() => Object.fromEntries([...CSS.highlights]
  .map(([name, ranges]) => [name, [...ranges].map(String)])));

describe('annotateElement', () => {
  const script = `
    import { annotateElement } from '/build/web/element.js';
    import { loadEngine } from '/build/web/index.js';
    const loaded = await loadEngine();
    globalThis.calls = 0;
    const engine = { annotate: (...given) => (globalThis.calls++, loaded.annotate(...given)) };
    globalThis.before = document.querySelector('main').innerHTML;
    globalThis.handles = [...document.querySelectorAll('.paint')].map((element) => annotateElement(element, engine, { pause: 60 }));
    await Promise.all(globalThis.handles.map((handle) => handle.update()));
    globalThis.ready = true;`;
  const two = '<article class="paint"><p>Ama Nkrumah flew to <b>Tu</b>rin in 1931.</p></article><div class="paint" contenteditable><p>It is 1932.</p></div>';

  async function openPainted(body) {
    await open(body, script);
    await page.waitForFunction(() => globalThis.ready);
  }

  test('it paints over elements and leaves the DOM alone', async () => {
    await openPainted(two);
    const names = await painted();
    assert.deepEqual(names['bluepencil-person'], ['Ama Nkrumah']);
    assert.deepEqual(names['bluepencil-place'], ['Turin']);
    assert.deepEqual(names['bluepencil-date'], ['1931', '1932']);
    assert.equal(await page.evaluate(() => document.querySelector('main').innerHTML === globalThis.before), true);
    const result = await page.evaluate(() => globalThis.handles[0].result);
    checkResult('Ama Nkrumah flew to Turin in 1931.', result);
    await close();
  });

  test('an edit drops the mark that it touches at once; later all is marked anew', async () => {
    await openPainted(two);
    const seen = await page.evaluate(async () => {
      const node = document.querySelector('[contenteditable] p').firstChild;
      node.insertData(10, '5');
      await Promise.resolve();
      const at = [...CSS.highlights.get('bluepencil-date')].map(String);
      node.insertData(0, 'Now ');
      return at;
    });
    assert.deepEqual(seen, ['1931']);
    await page.evaluate(() => { document.querySelector('[contenteditable] p').textContent = 'In 1940 it was.'; });
    await page.waitForFunction(() => [...CSS.highlights.get('bluepencil-date')].some((range) => String(range) === '1940'));
    await close();
  });

  test('a mark moves with the text before it', async () => {
    await openPainted(two);
    const seen = await page.evaluate(async () => {
      document.querySelector('[contenteditable] p').firstChild.insertData(0, 'Well, ');
      await Promise.resolve();
      return [...CSS.highlights.get('bluepencil-date')].map(String);
    });
    assert.deepEqual(seen, ['1931', '1932']);
    await close();
  });

  test('several elements share the registry, and other people\'s entries stay', async () => {
    await openPainted(two);
    await page.evaluate(() => {
      CSS.highlights.set('other', new Highlight());
      globalThis.handles[0].disconnect();
      globalThis.handles[0].disconnect();
    });
    assert.deepEqual((await painted())['bluepencil-date'], ['1932']);
    assert.equal((await painted())['bluepencil-person'], undefined);
    assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 1);
    await page.evaluate(() => globalThis.handles[1].disconnect());
    assert.deepEqual(Object.keys(await painted()), ['other']);
    assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 0);
    const calls = await page.evaluate(() => globalThis.calls);
    await page.evaluate(() => { document.querySelector('[contenteditable] p').textContent = 'In 1950.'; });
    await page.waitForTimeout(150);
    assert.deepEqual(Object.keys(await painted()), ['other']);
    assert.equal(await page.evaluate(() => globalThis.calls), calls, 'edits are still followed');
    await close();
  });

  test('the editor of the examples marks while one types', async () => {
    page = await openPage(browser, `${server.origin}/examples/editor.html`);
    await page.waitForFunction(() => /names/.test(document.querySelector('[role="status"]').textContent));
    await page.locator('[contenteditable]').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' That was in 1931.');
    await page.waitForFunction(() => [...(CSS.highlights.get('bluepencil-date') ?? [])].some((range) => String(range) === '1931'));
    assert.equal(await page.locator('[contenteditable] mark').count(), 0);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
});
