// What `make` has built, and what the tests read besides.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
export const build = resolve(root, process.env.BUILD ?? 'build');
export const webRoot = join(build, 'web');

/** A module of the built web folder. */
export function importBuilt(name) {
  return import(pathToFileURL(join(webRoot, name)));
}

export const wasmFile = join(webRoot, 'engine.wasm');
if (!existsSync(wasmFile)) throw new Error(`${wasmFile} is missing: run make first`);

export const sample = readFileSync(join(root, 'web/sample.txt'), 'utf8');

/** The marked articles of this project: file and XML. */
export function articles() {
  const folder = join(root, 'src/english/articles');
  return readdirSync(folder).filter((name) => name.endsWith('.xml')).sort().map((name) => ({ name, xml: readFileSync(join(folder, name), 'utf8') }));
}
