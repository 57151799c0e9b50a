// Runs a wasm program of the build that only prints:  node scripts/run-wasi.mjs FILE.wasm
import { readFileSync } from 'node:fs';

// Node warns on import that WASI is experimental there; the build needs no more of it than printing.
process.removeAllListeners('warning');
const { WASI } = await import('node:wasi');
const wasi = new WASI({ version: 'preview1' });
const module = await WebAssembly.compile(readFileSync(process.argv[2]));
process.exitCode = wasi.start(await WebAssembly.instantiate(module, { wasi_snapshot_preview1: wasi.wasiImport }));
