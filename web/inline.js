// The same package with the engine inside its JavaScript, for hosts that can
// serve no .wasm file. It is the larger and the slower one to start.
import { makeEngine } from './engine.js';
import { makeWorkerEngine } from './worker-engine.js';
import { packed } from './inline-wasm.js';

export { AnnotateError } from './error.js';
export * from './formats.js';

export async function loadEngine(options = {}) {
  return makeEngine({ ...options, wasm: options.wasm ?? unpack() });
}

export async function createWorkerEngine(options = {}) {
  return makeWorkerEngine({ ...options, wasm: options.wasm ?? unpack() });
}

// Bytes, not a data: URL, which a strict Content-Security-Policy does not fetch.
async function unpack() {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
