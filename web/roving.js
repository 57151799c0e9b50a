// One tab stop for a whole text: Tab comes to the mark looked at last, the
// arrow keys walk from mark to mark, Home and End to the first and the last.
import { markElementAt } from './draw.js';

const STEPS = { ArrowRight: 1, ArrowLeft: -1 };

export class Roving {
  #text;
  #current = null;

  /** @param {HTMLElement} text what holds the marks */
  constructor(text) {
    this.#text = text;
    text.addEventListener('focusin', (event) => this.#stopAt(markElementAt(event.target)));
    text.addEventListener('keydown', (event) => this.#key(event));
  }

  /** To be called after marks were drawn, shown or hidden. */
  refresh() {
    const marks = this.#marks();
    this.#stopAt(marks.includes(this.#current) ? this.#current : marks[0] ?? null);
  }

  #marks() {
    return [...this.#text.querySelectorAll('.bp-mark:not(.bp-off)')];
  }

  #stopAt(element) {
    if (this.#current) this.#current.tabIndex = -1;
    this.#current = element;
    if (element) element.tabIndex = 0;
  }

  #key(event) {
    const marks = this.#marks();
    const goal = goalOf(event.key, marks.indexOf(markElementAt(event.target)), marks.length);
    if (goal === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    marks[goal]?.focus();
  }
}

function goalOf(key, at, count) {
  if (at < 0) return undefined;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return key in STEPS ? Math.max(0, Math.min(count - 1, at + STEPS[key])) : undefined;
}
