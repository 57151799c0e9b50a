// From whatever a host has to a compiled WebAssembly module. Order matters:
// touching fetch or Response costs Node 30 to 50 ms, so files are tried first,
// and nothing is imported by name from "node:", which bundlers stop at.
import { AnnotateError } from './error.js';

/**
 * @param source a URL (or its text), bytes, a Response, a Module, or a promise of one of these
 * @returns {Promise<WebAssembly.Module>} rejects with the AnnotateError "wasm"
 */
export async function compile(source) {
  try {
    return await compileGiven(await source);
  } catch (cause) {
    if (cause instanceof AnnotateError) throw cause;
    throw new AnnotateError('wasm', `The engine could not be loaded: ${cause?.message ?? cause}`, null, { cause });
  }
}

function compileGiven(given) {
  if (given instanceof WebAssembly.Module) return given;
  if (given instanceof ArrayBuffer || ArrayBuffer.isView(given)) return WebAssembly.compile(given);
  if (typeof given?.arrayBuffer === 'function') return compileResponse(given);
  if (typeof given === 'string' || given instanceof URL) return compileAt(String(given));
  throw new AnnotateError('options', 'The option "wasm" must be a URL, bytes, a Response or a WebAssembly.Module');
}

async function compileAt(address) {
  const files = address.startsWith('file:') && globalThis.process?.getBuiltinModule?.('node:fs/promises');
  if (files) return WebAssembly.compile(await files.readFile(new URL(address)));
  return compileResponse(await fetch(address));
}

// Streaming compilation insists on the media type; many plain file servers do
// not send it, and the bytes are as good.
async function compileResponse(response) {
  if (response.ok === false) throw new Error(`${response.url} answered ${response.status}`);
  const type = response.headers?.get('content-type') ?? '';
  if (/^application\/wasm\b/i.test(type)) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}
