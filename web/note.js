// The slip of paper that explains a mark. It comes with the pointer, with focus
// and with Enter, and goes on Escape; when the pointer has gone, it returns to
// the mark that has the focus.
import { markAt, markElementAt } from './draw.js';
import { explain } from './explain.js';

const HOVER_DELAY = 120; // milliseconds: a pointer that only passes opens nothing

export class Note {
  #text;
  #slip;
  #listener;
  #shown = null;
  #timer = 0;

  /**
   * @param {HTMLElement} text what holds the marks
   * @param {HTMLElement} slip the note: hidden, with an id, in the same positioned parent as `text`
   * @param {{ result: () => object, onshow?: (element: HTMLElement | null) => void, onselect?: (mark: object) => void }} listener
   */
  constructor(text, slip, listener) {
    this.#text = text;
    this.#slip = slip;
    this.#listener = { onshow() {}, onselect() {}, ...listener };
    text.addEventListener('pointerover', (event) => this.#hover(markElementAt(event.target)));
    text.addEventListener('pointerleave', () => this.#hover(null));
    text.addEventListener('focusin', (event) => this.#turnTo(markElementAt(event.target)));
    text.addEventListener('focusout', () => this.close());
    text.addEventListener('click', (event) => this.#select(markElementAt(event.target)));
    text.addEventListener('keydown', (event) => this.#key(event));
  }

  close() {
    clearTimeout(this.#timer);
    if (!this.#shown) return;
    this.#slip.hidden = true;
    this.#shown.removeAttribute('aria-describedby');
    this.#shown = null;
    this.#listener.onshow(null);
  }

  #hover(element) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#turnTo(element ?? this.#focused()), HOVER_DELAY);
  }

  #focused() {
    const active = this.#text.getRootNode().activeElement;
    return this.#text.contains(active) ? markElementAt(active) : null;
  }

  #turnTo(element) {
    if (element === this.#shown) return;
    this.close();
    if (element && !element.classList.contains('bp-off')) this.#show(element);
  }

  #select(element) {
    if (!element) return;
    this.#turnTo(element);
    this.#listener.onselect(markAt(element));
  }

  #key(event) {
    const element = markElementAt(event.target);
    if (event.key === 'Escape' && this.#shown) this.close();
    else if ((event.key === 'Enter' || event.key === ' ') && element) this.#select(element);
    else return;
    event.preventDefault();
  }

  #show(element) {
    this.#shown = element;
    this.#fill(explain(markAt(element), this.#listener.result()));
    this.#slip.hidden = false;
    this.#place(element);
    element.setAttribute('aria-describedby', this.#slip.id);
    this.#listener.onshow(element);
  }

  #fill({ kind, label, title, rows }) {
    const list = make('dl', 'bp-note-rows');
    for (const [term, words] of rows) list.append(make('dt', '', term), make('dd', '', words));
    this.#slip.className = `bp-note bp-${kind}`;
    this.#slip.replaceChildren(make('p', 'bp-note-kind', label), make('p', 'bp-note-title', title), list);
  }

  // Under the mark, inside the column; above it where there is no room below.
  #place(element) {
    const frame = this.#slip.offsetParent?.getBoundingClientRect();
    if (!frame) return;
    const box = element.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.#slip;
    const left = Math.max(0, Math.min(box.left - frame.left, frame.width - width));
    const above = box.bottom + height + 12 > innerHeight && box.top - height - 8 > 0;
    const top = above ? box.top - frame.top - height - 8 : box.bottom - frame.top + 8;
    this.#slip.style.setProperty('left', `${left}px`);
    this.#slip.style.setProperty('top', `${top}px`);
  }
}

function make(name, className, words = '') {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.textContent = words;
  return element;
}
