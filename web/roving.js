// One tab stop for many marks: Tab comes to the one looked at last, the arrow keys
// walk from one to the next, Home and End go to the first and the last.
const STEPS = { ArrowRight: 1, ArrowLeft: -1 };

export class Roving {
  #container;
  #selector;
  #current = null;

  /**
   * @param {HTMLElement} container what holds the marks
   * @param {string} [selector] of the marks
   */
  constructor(container, selector = '.bp-mark:not(.bp-off)') {
    this.#container = container;
    this.#selector = selector;
    container.addEventListener('focusin', (event) => this.#stopAt(this.#markAt(event.target)));
    container.addEventListener('keydown', (event) => this.#key(event));
  }

  /** To be called after marks were drawn, shown or hidden. */
  refresh() {
    const marks = this.#marks();
    this.#stopAt(marks.includes(this.#current) ? this.#current : marks[0] ?? null);
  }

  #marks() {
    return [...this.#container.querySelectorAll(this.#selector)];
  }

  #markAt(target) {
    return target.closest(this.#selector);
  }

  #stopAt(element) {
    if (this.#current) this.#current.tabIndex = -1;
    this.#current = element;
    if (element) element.tabIndex = 0;
  }

  #key(event) {
    const marks = this.#marks();
    const goal = goalOf(event.key, marks.indexOf(this.#markAt(event.target)), marks.length);
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
