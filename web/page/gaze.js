// What is looked at in a list: where the pointer is, else where the focus is.
export class Gaze {
  #hovered = null;
  #focused = null;
  #seen = null;
  #onchange;

  /** @param {(seen: any) => void} onchange told of what is looked at now, or null */
  constructor(onchange) {
    this.#onchange = onchange;
  }

  /** Follows an element; `seen` is what is looked at while the pointer or the focus is on it. */
  follow(element, seen) {
    element.addEventListener('pointerenter', () => this.#turn({ hovered: seen }));
    element.addEventListener('pointerleave', () => this.#turn({ hovered: null }));
    element.addEventListener('focusin', () => this.#turn({ focused: seen }));
    element.addEventListener('focusout', () => this.#turn({ focused: null }));
  }

  /** Nothing is looked at any more: what was followed has gone. */
  forget() {
    this.#turn({ hovered: null, focused: null });
  }

  #turn({ hovered = this.#hovered, focused = this.#focused }) {
    this.#hovered = hovered;
    this.#focused = focused;
    if (this.#seen === (hovered ?? focused)) return;
    this.#seen = hovered ?? focused;
    this.#onchange(this.#seen);
  }
}
