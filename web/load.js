// The engine in this thread, found beside this file.
import { makeEngine } from './engine.js';
import { engineLocation } from './location.js';

/** Loads the engine into this thread. */
export async function loadEngine(options = {}) {
  return makeEngine({ ...options, wasm: options.wasm ?? engineLocation });
}
