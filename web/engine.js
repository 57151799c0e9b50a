// An engine in this thread: one machine, and inside it one engine a house style.
import { AnnotateError } from './error.js';
import { compile } from './compile.js';
import { Machine } from './machine.js';
import { readOptions, readText, writeHouse } from './request.js';
import { restoreWords } from './surrogates.js';

// A desk works with a few house styles at a time; an engine for each holds its
// compiled patterns.
const HOUSES_KEPT = 4;

/** @returns {Promise<Engine>} */
export async function makeEngine({ wasm, house, maxBytes, ...unknown }) {
  const strange = Object.keys(unknown)[0];
  if (strange !== undefined) throw new AnnotateError('options', `Unknown option "${strange}"`);
  const module = await compile(wasm);
  return new Engine(module, await WebAssembly.instantiate(module, {}), house ?? null, maxBytes);
}

class Engine {
  #module;
  #machine;
  #maxBytes;
  #house; // as JSON
  #engines = new Map(); // house style as JSON -> engine, the one used last at the end

  constructor(module, instance, house, maxBytes) {
    this.#module = module;
    this.#machine = new Machine(instance);
    this.#maxBytes = maxBytes;
    this.#house = writeHouse(house);
    this.#guard(() => this.#engineFor(this.#house)); // a wrong house style is told of at once
  }

  get version() {
    return this.#live().version;
  }

  /** Marks a text; throws an AnnotateError. */
  annotate(text, options) {
    readText(text);
    const { request, house } = readOptions(options);
    const written = house === undefined ? this.#house : writeHouse(house);
    const json = this.#guard(() => this.#machine.annotate(this.#engineFor(written), text, request));
    const result = JSON.parse(json);
    if (typeof text === 'string' && json.includes('\ufffd')) restoreWords(text, result);
    return result;
  }

  dispose() {
    if (!this.#machine) return;
    for (const engine of this.#engines.values()) this.#machine.freeEngine(engine);
    this.#engines.clear();
    this.#machine = null;
  }

  [Symbol.dispose ?? Symbol.for('Symbol.dispose')]() {
    this.dispose();
  }

  #live() {
    if (!this.#machine) throw new AnnotateError('disposed', 'This engine has been disposed of');
    return this.#machine;
  }

  #engineFor(written) {
    const engine = this.#engines.get(written) ?? this.#live().newEngine(this.#settings(written));
    this.#engines.delete(written);
    this.#engines.set(written, engine);
    if (this.#engines.size > HOUSES_KEPT) this.#forgetOldest();
    return engine;
  }

  #settings(written) {
    const maxBytes = this.#maxBytes === undefined ? '' : `,"maxBytes":${JSON.stringify(this.#maxBytes)}`;
    return `{"house":${written}${maxBytes}}`;
  }

  #forgetOldest() {
    const [oldest, engine] = this.#engines.entries().next().value;
    this.#machine.freeEngine(engine);
    this.#engines.delete(oldest);
  }

  // A trap leaves a machine in an unknown state: it is replaced, so that the
  // next call works.
  #guard(work) {
    this.#live();
    try {
      return work();
    } catch (cause) {
      if (!(cause instanceof WebAssembly.RuntimeError) && !(cause instanceof RangeError)) throw cause;
      this.#engines.clear();
      this.#machine = new Machine(new WebAssembly.Instance(this.#module, {}));
      throw new AnnotateError('internal', `The engine stopped (${cause.message}) and was started again`, null, { cause });
    }
  }
}
