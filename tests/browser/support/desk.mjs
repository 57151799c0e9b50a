// The page on a server of its own, as the tests of it use it: opened, given a
// text, looked at, and closed again without a complaint.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before } from 'node:test';
import { webRoot } from '../../web/support/build.mjs';
import { openBrowser, openPage } from './browser.mjs';
import { serve } from './server.mjs';

export let server, browser, page;

/** To be called once by a file of tests. */
export function setUp() {
  before(async () => {
    server = await serve({ '/': webRoot });
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });
}

/** Opens any address as the page that the rest is about. */
export async function openAt(address, options) {
  page = await openPage(browser, address, options);
  return page;
}

export async function open(options) {
  await openAt(`${server.origin}/`, options);
  await page.waitForSelector('#proof .bp-mark');
  return page;
}

export async function fill(text) {
  await page.fill('#copy', text);
  await page.waitForFunction((words) => document.querySelector('#proof').textContent.includes(words), text.trim().split('\n').at(-1));
}

export async function close() {
  assert.deepEqual(page.complaints, []);
  await page.context().close();
}

export const marks = (kind = 'mark') => page.locator(`#proof .bp-${kind}:not(.bp-off)`);

/** What a button saves. */
export async function saved(what) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(`[data-export="${what}"]`)]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path(), 'utf8') };
}
