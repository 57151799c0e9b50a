// The npm package, from its tarball: in plain Node, in a Vite project built and
// served, and before the two tools that look packages over.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { publint } from 'publint';
import { build as buildVite, createServer } from 'vite';
import { build, root } from '../web/support/build.mjs';
import { openBrowser, openPage } from '../browser/support/browser.mjs';
import { serve } from '../browser/support/server.mjs';

let folder, tarball, browser;

// A project with nothing in it but the package.
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bluepencil-package-'));
  const npm = (...words) => execFileSync('npm', words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  const [{ filename }] = JSON.parse(npm('pack', join(build, 'package'), '--json', '--silent'));
  tarball = join(folder, filename);
  cpSync(join(root, 'tests/package/project'), folder, { recursive: true });
  npm('install', '--offline', '--no-save', '--no-package-lock', tarball);
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const installed = () => join(folder, 'node_modules/bluepencil');

test('the tarball holds the engine, what it needs, and no page', () => {
  const names = readdirSync(installed());
  for (const name of ['index.js', 'index.d.ts', 'worker.js', 'worker-script.js', 'element.js', 'inline.js', 'inline-wasm.js', 'engine.wasm', 'schema.json',
    'package.json', 'README.md', 'LICENSE']) assert.ok(names.includes(name), `${name} is missing`);
  for (const name of ['index.html', 'page', 'sample.txt', 'pack-inline.mjs', 'node_modules']) assert.ok(!names.includes(name), `${name} is in it`);
  assert.ok(names.some((name) => name.startsWith('THIRD-PARTY-NOTICES')), 'the notices are missing');
});

test('the package depends on nothing when it runs', () => {
  const manifest = JSON.parse(readFileSync(join(installed(), 'package.json'), 'utf8'));
  for (const kind of ['dependencies', 'peerDependencies', 'optionalDependencies']) assert.equal(manifest[kind], undefined);
});

test('it works in plain Node', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['node.mjs'], { cwd: folder, encoding: 'utf8', timeout: 60_000 });
  assert.equal(status, 0, stderr);
  assert.equal(stdout, 'thread 1931\nworker 1931\ninline 1931\ninline worker 1931\n');
});

// What the project's page writes when all its parts have worked.
async function check(address) {
  const page = await openPage(browser, address);
  await page.waitForFunction(() => document.querySelector('output').textContent.split(' ').length === 4, null, { timeout: 30_000 });
  assert.equal(await page.textContent('output'), 'thread:1931 worker:1931 element:1931 inline:1931');
  assert.deepEqual(page.complaints, []);
  await page.context().close();
}

test('it works in an empty Vite project, built and served under any path', async () => {
  await buildVite({ root: folder, base: './', logLevel: 'warn', build: { target: 'esnext', chunkSizeWarningLimit: 4000 } });
  const server = await serve({ '/any/path/': join(folder, 'dist') });
  await check(`${server.origin}/any/path/`);
  server.close();
});

test('it works in an empty Vite project while it is developed', async () => {
  const server = await createServer({ root: folder, logLevel: 'warn', server: { port: 0, host: '127.0.0.1' } });
  await server.listen();
  await check(server.resolvedUrls.local[0]);
  await server.close();
});

test('publint has nothing to say', async () => {
  const { messages } = await publint({ pkgDir: installed(), strict: true });
  assert.deepEqual(messages, []);
});

test('the types resolve for everyone who can import the package', () => {
  const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js');
  const words = [tarball, '--profile', 'esm-only', '--entrypoints', '.', './worker', './worker-script', './element', './inline'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [attw, ...words], { encoding: 'utf8' });
  assert.equal(status, 0, stdout + stderr);
});
