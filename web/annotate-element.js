// Paints an element that belongs to somebody else, an article or an editor,
// with the CSS Custom Highlight API. Its DOM is read and never changed. An edit
// takes away the marks that it touches at once; the rest moves with the text,
// and a moment after the last edit all is marked anew.
import { readText, rangeOf } from './dom-text.js';
import { addRange, adoptStyle, canPaint, removeRange } from './highlights.js';
import { isPart, marksOf } from './marks.js';
import { recount } from './offsets.js';

const PAUSE = 250; // milliseconds without an edit

/**
 * @param {Element} element
 * @param engine of loadEngine or createWorkerEngine
 * @param {object} [options] those of annotate, and `pause` in milliseconds
 * @returns {{ update(): Promise<object>, disconnect(): void, readonly result: object | null }}
 */
export function annotateElement(element, engine, options = {}) {
  const painting = new Painting(element, engine, options);
  painting.follow();
  return {
    update: () => painting.update(),
    disconnect: () => painting.disconnect(),
    get result() { return painting.result; },
  };
}

class Painting {
  result = null;
  #element;
  #engine;
  #request;
  #pause;
  #painted = [];
  #edits = 0;
  #timer = 0;
  #observer = new MutationObserver(() => this.#edited());
  #unstyle;

  constructor(element, engine, { pause = PAUSE, ...request }) {
    this.#element = element;
    this.#engine = engine;
    this.#request = request;
    this.#pause = pause;
    this.#unstyle = adoptStyle(element.getRootNode());
  }

  follow() {
    this.#observer.observe(this.#element, { childList: true, characterData: true, subtree: true });
    this.#updateQuietly();
  }

  async update() {
    const edits = this.#edits;
    const { text, pieces } = readText(this.#element);
    const result = await this.#engine.annotate(text, this.#request);
    if (edits !== this.#edits || !this.#observer) return result;
    this.result = result;
    this.#clear();
    if (canPaint()) this.#paint(marksOf(recount(text, result, 'utf-16')), pieces);
    this.#tell('annotated', result);
    return result;
  }

  disconnect() {
    if (!this.#observer) return;
    this.#observer.disconnect();
    this.#observer = null;
    clearTimeout(this.#timer);
    this.#clear();
    this.#unstyle();
  }

  #paint(marks, pieces) {
    for (const { kind, start, end } of marks.filter((mark) => !isPart(mark))) {
      const range = rangeOf(pieces, start, end);
      if (!range) continue;
      addRange(kind, range);
      this.#painted.push({ kind, range, words: wordsAround(range) });
    }
  }

  #clear() {
    for (const { kind, range } of this.#painted) removeRange(kind, range);
    this.#painted = [];
  }

  #edited() {
    this.#edits++;
    this.#painted = this.#painted.filter(({ kind, range, words }) => {
      if (wordsAround(range) === words) return true;
      removeRange(kind, range);
      return false;
    });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#updateQuietly(), this.#pause);
  }

  // Nobody waits for these calls, so an error becomes an event.
  #updateQuietly() {
    this.update().catch((error) => this.#tell('annotateerror', error));
  }

  #tell(type, detail) {
    this.#element.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

// The words of a range and the character on each side: "Kosovo" is no longer
// the same mark once it has become "Kosovos".
function wordsAround(range) {
  const before = range.startContainer.data?.[range.startOffset - 1] ?? '';
  const after = range.endContainer.data?.[range.endOffset] ?? '';
  return `${before}\0${range}\0${after}`;
}
