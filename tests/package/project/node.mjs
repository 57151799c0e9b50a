import { createRequire } from 'node:module';
import { createWorkerEngine, loadEngine } from 'bluepencil';
import { createWorkerEngine as sameWorker } from 'bluepencil/worker';
import * as inline from 'bluepencil/inline';
import 'bluepencil/element';

const year = ({ dates }) => dates[0].text;
const { resolve } = createRequire(import.meta.url);
for (const name of ['engine.wasm', 'schema.json', 'package.json']) resolve(`bluepencil/${name}`);
if (sameWorker !== createWorkerEngine) throw new Error('two workers');

const text = 'It was built in 1931.';
console.log('thread', year((await loadEngine()).annotate(text)));
console.log('worker', year(await (await createWorkerEngine()).annotate(text)));
console.log('inline', year((await inline.loadEngine()).annotate(text)));
console.log('inline worker', year(await (await inline.createWorkerEngine()).annotate(text)));
