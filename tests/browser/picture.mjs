// The picture of the README: node tests/browser/picture.mjs FILE.png [dark]
import { webRoot } from '../web/support/build.mjs';
import { openBrowser, openPage } from './support/browser.mjs';
import { serve } from './support/server.mjs';

const [path, theme = 'light'] = process.argv.slice(2);
const server = await serve({ '/': webRoot });
const browser = await openBrowser();
const page = await openPage(browser, `${server.origin}/`, { viewport: { width: 1440, height: 960 }, colorScheme: theme });
await page.waitForSelector('#proof .bp-quote');
await page.locator('#proof .bp-quote').nth(1).hover();
await page.locator('#note').waitFor();
await page.waitForTimeout(300); // for the transition of the colours
await page.screenshot({ path });
await browser.close();
server.close();
