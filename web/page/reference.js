// The day against which "Friday" and "last month" are reckoned: the one given
// here, else the one that the text itself tells.
import { sayDate } from '../date-words.js';

export class Reference {
  #field = document.getElementById('date');
  #advice = document.getElementById('date-advice');

  /** @param {() => void} onchange */
  constructor(onchange) {
    this.#field.addEventListener('change', onchange);
  }

  /** "2019-05-31", or undefined when nothing is given. */
  get date() {
    return this.#field.value || undefined;
  }

  clear() {
    this.#field.value = '';
  }

  show({ reference, blocks }) {
    this.#advice.textContent = blocks.length === 0 ? '' : ADVICE[reference.source ?? 'none'](reference.date);
  }
}

const ADVICE = {
  option: () => 'Days like \u201cFriday\u201d are reckoned from this one.',
  text: (date) => `The text gives ${sayDate({ type: 'date', value: date })}.`,
  none: () => 'The text gives none, so days like \u201cFriday\u201d stay open.',
};
