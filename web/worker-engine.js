// The engine in a worker: the same calls, answered by promises, one at a time
// and in order. Aborting a call that runs ends the worker, as nothing else can
// stop it; the next call starts another from the same compiled module.
import { AnnotateError } from './error.js';
import { compile } from './compile.js';
import { readOptions, readText, writeHouse } from './request.js';
import { openThread } from './thread.js';

/** @returns {Promise<WorkerEngine>} once the worker stands ready */
export async function makeWorkerEngine({ wasm, worker, house, ...rest }) {
  const settings = { ...plain(rest), house: JSON.parse(writeHouse(house ?? null)), wasm: await compile(wasm) };
  const engine = new WorkerEngine(settings, worker);
  try {
    await engine.ready();
  } catch (error) {
    engine.dispose();
    throw error;
  }
  return engine;
}

class WorkerEngine {
  #settings;
  #script;
  #thread = null;
  #asked = new Map(); // id -> how to settle what was asked of the worker
  #lastId = 0;
  #waiting = [];
  #running = null;
  #disposed = false;

  constructor(settings, script) {
    this.#settings = settings;
    this.#script = script;
  }

  ready() {
    return this.#enqueue({}, undefined);
  }

  async annotate(text, options = {}) {
    readText(text);
    const { signal, ...rest } = options ?? {};
    const { request, house } = readOptions(options === null ? null : rest);
    const written = house === undefined ? {} : { house: JSON.parse(writeHouse(house)) };
    return this.#enqueue({ text, options: { ...plain(request), ...written } }, signal);
  }

  dispose() {
    this.#disposed = true;
    const error = disposed();
    for (const job of this.#waiting.splice(0)) job.reject(error);
    this.#running?.reject(error);
    this.#stop(error);
  }

  [Symbol.dispose ?? Symbol.for('Symbol.dispose')]() {
    this.dispose();
  }

  #enqueue(message, signal) {
    if (this.#disposed) return Promise.reject(disposed());
    if (signal?.aborted) return Promise.reject(signal.reason);
    return new Promise((resolve, reject) => {
      const abort = () => this.#abort(job, signal.reason);
      const settle = (how) => (value) => {
        signal?.removeEventListener('abort', abort);
        how(value);
      };
      const job = { message, resolve: settle(resolve), reject: settle(reject) };
      signal?.addEventListener('abort', abort);
      this.#waiting.push(job);
      this.#work();
    });
  }

  #abort(job, reason) {
    job.reject(reason);
    if (job === this.#running) this.#stop(reason);
    else this.#waiting = this.#waiting.filter((other) => other !== job);
  }

  async #work() {
    if (this.#running) return;
    while ((this.#running = this.#waiting.shift() ?? null)) {
      const { message, resolve, reject } = this.#running;
      try {
        await this.#awake();
        resolve(message.options ? await this.#ask(message) : undefined);
      } catch (error) {
        reject(error);
      }
    }
    this.#thread?.release();
  }

  async #awake() {
    if (this.#thread) return this.#thread.hold();
    this.#thread = openThread(this.#script, (answer) => this.#answered(answer), (error) => this.#stop(error));
    try {
      await this.#ask({ settings: this.#settings });
    } catch (error) {
      this.#stop(error);
      throw error;
    }
  }

  #ask(message) {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      this.#thread.post({ id, ...message });
    });
  }

  #answered({ id, result, error }) {
    const asked = this.#asked.get(id);
    this.#asked.delete(id);
    if (error) asked?.reject(new AnnotateError(error.code, error.message, error.at));
    else asked?.resolve(result);
  }

  #stop(reason) {
    this.#thread?.close();
    this.#thread = null;
    for (const asked of this.#asked.values()) asked.reject(reason);
    this.#asked.clear();
  }
}

// What JSON keeps of it, as in an engine of this thread; and all of that can be
// sent to a worker.
function plain(value) {
  return JSON.parse(JSON.stringify(value));
}

function disposed() {
  return new AnnotateError('disposed', 'This engine has been disposed of');
}
