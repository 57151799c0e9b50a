// Fails unless the module imports nothing: the loader in web/ gives it nothing.
//   node scripts/check-imports.mjs FILE.wasm
import { readFileSync } from 'node:fs';

const file = process.argv[2];
const imports = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(file)));
for (const { module, name } of imports) console.error(`${file} imports ${module}.${name}, but must import nothing`);
if (imports.length > 0) process.exitCode = 1;
