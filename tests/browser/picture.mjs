// The picture of the README: node tests/browser/picture.mjs FILE.png [dark]
import { webRoot } from '../web/support/build.mjs';
import { openBrowser, openPage } from './support/browser.mjs';
import { serve } from './support/server.mjs';

const [path, theme = 'light'] = process.argv.slice(2);
const server = await serve({ '/': webRoot });
const browser = await openBrowser();
const page = await openPage(browser, `${server.origin}/`, { viewport: { width: 1440, height: 1000 }, colorScheme: theme });
await page.waitForSelector('#proof .bp-quote');
// The note of a quotation, and all that its speaker says.
await page.locator('#proof .bp-quote').nth(1).evaluate((quote) => quote.focus({ preventScroll: true }));
await page.locator('#note').waitFor();
await page.hover('#said tbody tr:first-child');
await page.waitForTimeout(300); // for the transition of the colours
await page.screenshot({ path });
await browser.close();
server.close();
