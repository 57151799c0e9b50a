// Between typing and the engine: waits for a pause, runs one call at a time,
// and after each looks only at what is wanted now. Long texts wait to be asked.
const PAUSE = 150; // milliseconds without a change
const LONG = 100_000; // UTF-16 units

export class Annotator {
  #engine;
  #listener;
  #wanted = null;
  #timer = 0;
  #running = false;

  /**
   * @param {Promise<object>} engine of createWorkerEngine
   * @param {{ onbusy: () => void, onresult: (text: string, result: object, milliseconds: number) => void, onerror: (error: Error) => void }} listener
   */
  constructor(engine, listener) {
    this.#engine = engine;
    this.#listener = listener;
    engine.catch(() => {}); // told of where it is used
  }

  static isLong(text) {
    return text.length > LONG;
  }

  /** Takes a new text or day. A long text is only marked with `now`. */
  take(text, date, { now = false } = {}) {
    clearTimeout(this.#timer);
    this.#wanted = null;
    if (!now && Annotator.isLong(text)) return;
    this.#wanted = { text, date };
    this.#timer = setTimeout(() => this.#run(), now ? 0 : PAUSE);
  }

  async #run() {
    if (this.#running) return;
    this.#running = true;
    while (this.#wanted) await this.#annotate();
    this.#running = false;
  }

  async #annotate() {
    const { text, date } = this.#wanted;
    this.#wanted = null;
    this.#listener.onbusy();
    try {
      const engine = await this.#engine;
      const start = performance.now();
      const result = await engine.annotate(text, { date });
      this.#listener.onresult(text, result, performance.now() - start);
    } catch (error) {
      this.#listener.onerror(error);
    }
  }
}
