// The only file that knows about pointers. One machine is one instance of the
// wasm module, with no imports; everything crosses as UTF-8 and JSON. Views of
// the memory die whenever it grows, so they are taken anew after every call.
import { AnnotateError } from './error.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

// Up to here three bytes a unit are set aside unseen; beyond, counting first is
// cheaper than memory that never shrinks.
const COUNT_FROM = 1 << 20;
const ASCII = /^[\x00-\x7f]*$/;

export class Machine {
  #exports;

  /** @param {WebAssembly.Instance} instance */
  constructor(instance) {
    this.#exports = instance.exports;
    this.#exports._initialize?.();
  }

  get version() {
    const start = this.#exports.bp_wasm_version();
    const bytes = new Uint8Array(this.#exports.memory.buffer, start);
    return decoder.decode(bytes.slice(0, bytes.indexOf(0)));
  }

  /**
   * @param {string} settings house and maxBytes, as JSON
   * @returns {number} an engine, to be freed with freeEngine
   */
  newEngine(settings) {
    return this.#lend(settings, (at, length) => this.#answer(this.#exports.bp_wasm_engine_new(at, length)).engine);
  }

  freeEngine(engine) {
    this.#exports.bp_wasm_engine_free(engine);
  }

  /**
   * @param {number} engine
   * @param {string | Uint8Array} text a string, or bytes that should be UTF-8
   * @param {object} request date, types, offsets, furniture
   * @returns {string} the result as JSON
   */
  annotate(engine, text, request) {
    return this.#lend(text, (at, length) =>
      this.#lend(JSON.stringify(request), (requestAt, requestLength) =>
        this.#answer(this.#exports.bp_wasm_annotate(engine, at, length, requestAt, requestLength)).json));
  }

  // Copies text into the engine's memory for the time of one call.
  #lend(text, use) {
    const size = Math.max(1, room(text));
    const at = this.#exports.bp_wasm_take(size);
    if (!at) throw outOfMemory();
    try {
      return use(at, write(text, new Uint8Array(this.#exports.memory.buffer, at, size)));
    } finally {
      this.#exports.bp_wasm_give(at);
    }
  }

  // A reply is four words: status, engine, where the JSON is, its bytes.
  #answer(reply) {
    if (!reply) throw outOfMemory();
    const { buffer } = this.#exports.memory;
    const [status, engine, at, length] = new Uint32Array(buffer, reply, 4);
    const json = decoder.decode(new Uint8Array(buffer, at, length));
    this.#exports.bp_wasm_reply_free(reply);
    if (status !== 0) throw toError(json);
    return { engine, json };
  }
}

// Returns the bytes written.
function write(text, memory) {
  if (typeof text === 'string') return encoder.encodeInto(text, memory).written;
  memory.set(text);
  return text.length;
}

function toError(json) {
  const { code, message, at } = JSON.parse(json).error;
  return new AnnotateError(code, message, at);
}

function outOfMemory() {
  return new AnnotateError('memory', 'There is not enough memory for this text', 0);
}

function room(text) {
  if (typeof text !== 'string') return text.length;
  return text.length <= COUNT_FROM ? 3 * text.length : utf8Length(text);
}

// A lone surrogate counts three bytes: it is written as U+FFFD.
function utf8Length(text) {
  if (ASCII.test(text)) return text.length;
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    bytes += unit < 0x800 ? 1 : 2;
    if (unit >= 0xd800 && unit < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) i++; // four bytes for two units
  }
  return bytes;
}
