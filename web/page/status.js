// The line over the proof: what has been found, what is going on, what went wrong.
import { sayFound } from '../found.js';

const WORDS = {
  memory: () => 'There was not enough memory for this text. Try it in parts.',
  'too-large': (error) => `This text is too long: the limit is ${Math.floor(error.at / 2 ** 20)} MiB.`,
  wasm: (error) => `${error.message}. Reload the page to try again.`,
  worker: (error) => `${error.message}. Reload the page to try again.`,
};

export class Status {
  #line = document.getElementById('status');
  #error = document.getElementById('error');
  #timer = 0;

  /** Said only when it takes a moment: a line that flickers tells nobody anything. */
  busy() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.say('Marking\u2026'), 400);
  }

  done(result, milliseconds) {
    clearTimeout(this.#timer);
    this.#error.hidden = true;
    const found = sayFound(result);
    this.say(result.blocks.length === 0 ? 'Nothing to mark' : `${found} in ${Math.max(1, Math.round(milliseconds))} ms`);
    if (result.warnings) this.#tell(result.warnings.join(' '));
  }

  /** A text could not be marked. */
  fail(error) {
    clearTimeout(this.#timer);
    this.say('Not marked');
    this.refuse(error);
  }

  /** Something else went wrong; what is on the paper stays right. */
  refuse(error) {
    this.#tell((WORDS[error.code] ?? (({ message }) => message))(error));
  }

  say(words) {
    this.#line.textContent = words;
  }

  #tell(words) {
    this.#error.textContent = words;
    this.#error.hidden = false;
  }
}

