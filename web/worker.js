// The engine in a worker, found beside this file.
import { engineLocation } from './location.js';
import { makeWorkerEngine } from './worker-engine.js';

/** Starts a worker with an engine in it. */
export async function createWorkerEngine(options = {}) {
  return makeWorkerEngine({ ...options, wasm: options.wasm ?? engineLocation });
}
