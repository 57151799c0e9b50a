import { createRequire } from 'node:module';
import * as whole from 'bluepencil';
import { createWorkerEngine as sameWorker } from 'bluepencil/worker';
import * as inline from 'bluepencil/inline';
import 'bluepencil/element';

const { createWorkerEngine, loadEngine } = whole;
const year = ({ dates }) => dates[0].text;
const { resolve } = createRequire(import.meta.url);
for (const name of ['engine.wasm', 'schema.json', 'package.json']) resolve(`bluepencil/${name}`);
if (Object.keys(inline).sort().join() !== Object.keys(whole).sort().join()) throw new Error('inline exports something else');
if (sameWorker !== createWorkerEngine) throw new Error('two workers');

const text = 'It was built in 1931.';
console.log('thread', year((await loadEngine()).annotate(text)));
console.log('worker', year(await (await createWorkerEngine()).annotate(text)));
console.log('inline', year((await inline.loadEngine()).annotate(text)));
console.log('inline worker', year(await (await inline.createWorkerEngine()).annotate(text)));
