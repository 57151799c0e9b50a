// Run by `npm pack`: writes the engine into a JavaScript file, gzip in base64.
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const here = (name) => new URL(name, import.meta.url);
const packed = gzipSync(readFileSync(here('./engine.wasm')), { level: 9 }).toString('base64');
writeFileSync(here('./inline-wasm.js'), `// Made from engine.wasm.\nexport const packed = '${packed}';\n`);
