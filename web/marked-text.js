// A marked text in a container: draws it, shows and hides kinds, finds the
// elements of a record, and shows what belongs together. The page and the
// element both stand on it.
import { drawNode, markAt, setMark } from './draw.js';
import { layOut } from './marks.js';

const SLICE = 12; // milliseconds of drawing between two frames of the page

export class MarkedText {
  #container;
  #tagOf;
  #blocks = new Map(); // what a block shows -> blocks on the page, to be kept over the next drawing
  #elements = new Map(); // family and index -> elements
  #pending = [];
  #cursor = null; // the first block on the page that is of the drawing before
  #frame = 0;
  #hidden = new Set();
  #related = [];
  #lit = [];

  /**
   * @param {HTMLElement} container
   * @param {{ tagOf?: (role: string) => string, ondrawn?: () => void }} [options]
   */
  constructor(container, { tagOf = () => 'p', ondrawn = () => {} } = {}) {
    this.#container = container;
    this.#tagOf = tagOf;
    this.ondrawn = ondrawn;
  }

  /** Draws a result; a long one over several frames. What has not changed stays. */
  draw(text, result) {
    cancelAnimationFrame(this.#frame);
    this.#elements.clear();
    this.#related = [];
    this.#lit = [];
    const old = this.#blocks;
    for (const drawn of old.values()) drawn.reverse();
    this.#blocks = new Map();
    this.#pending = layOut(text, result).map((block) => ({ block, key: keyOf(text, block) })).reverse();
    this.#cursor = this.#container.firstElementChild;
    this.#drawSlice(old);
  }

  /** The elements that show one record, in order of the text. */
  find(family, index) {
    this.#drawRest();
    return this.#elements.get(`${family} ${index}`) ?? [];
  }

  /** Shows or hides a kind, now and in later drawings. */
  toggle(kind, shown) {
    if (shown) this.#hidden.delete(kind);
    else this.#hidden.add(kind);
    for (const element of this.#container.getElementsByClassName(`bp-mark bp-${kind}`)) {
      // The class of all dates is that of whole days, too.
      if (markAt(element).kind === kind) element.classList.toggle('bp-off', !shown);
    }
  }

  isShown(kind) {
    return !this.#hidden.has(kind);
  }

  /** Marks what belongs to an element: the pieces, speaker and cue of a quotation, the other mentions of an entity. */
  relate(element, result) {
    for (const other of this.#related) other.classList.remove('bp-same', 'bp-active');
    this.#related = element ? [element, ...this.#relatives(markAt(element), result)] : [];
    for (const other of this.#related) other.classList.add(other === element ? 'bp-active' : 'bp-same');
  }

  /** Lights up all that these records show, hidden kinds too, and nothing else. */
  light(family, indexes) {
    for (const element of this.#lit) element.classList.remove('bp-lit');
    this.#lit = indexes.flatMap((index) => this.find(family, index));
    for (const element of this.#lit) element.classList.add('bp-lit');
  }

  #relatives({ family, record, index }, result) {
    if (family === 'quote') return ['quote', 'speaker', 'cue'].flatMap((part) => this.#elements.get(`${part} ${index}`) ?? []);
    if (family !== 'mention') return [];
    const { mentions } = result.entities.find(({ id }) => id === record.entity);
    return mentions.flatMap((mention) => this.#elements.get(`mention ${mention}`) ?? []);
  }

  #drawSlice(old) {
    const until = performance.now() + SLICE;
    while (this.#pending.length && performance.now() < until) this.#drawNext(old);
    if (this.#pending.length) this.#frame = requestAnimationFrame(() => this.#drawSlice(old));
    else this.#finish();
  }

  #drawRest() {
    if (!this.#pending.length) return;
    cancelAnimationFrame(this.#frame);
    while (this.#pending.length) this.#drawNext(new Map());
    this.#finish();
  }

  #finish() {
    while (this.#cursor) {
      const { nextElementSibling } = this.#cursor;
      this.#cursor.remove();
      this.#cursor = nextElementSibling;
    }
    this.ondrawn();
  }

  #drawNext(old) {
    const { block, key } = this.#pending.pop();
    const kept = old.get(key)?.pop();
    const drawn = kept ? reuse(kept, block) : this.#drawBlock(block);
    for (const element of drawn.marks) this.#remember(element);
    if (!this.#blocks.has(key)) this.#blocks.set(key, []);
    this.#blocks.get(key).push(drawn);
    this.#place(drawn.element);
  }

  #place(element) {
    if (element === this.#cursor) this.#cursor = element.nextElementSibling;
    else this.#container.insertBefore(element, this.#cursor);
  }

  #drawBlock({ role, children }) {
    const element = document.createElement(this.#tagOf(role));
    const marks = [];
    element.className = `bp-block bp-${role}`;
    element.setAttribute('part', `block ${role}`);
    element.append(...children.map((child) => drawNode(child, (mark) => marks.push(mark))));
    return { element, marks };
  }

  #remember(element) {
    const { family, index, kind } = markAt(element);
    const key = `${family} ${index}`;
    if (!this.#elements.has(key)) this.#elements.set(key, []);
    this.#elements.get(key).push(element);
    element.classList.toggle('bp-off', this.#hidden.has(kind));
    element.classList.remove('bp-same', 'bp-active', 'bp-lit');
  }
}

// Two blocks with one key look the same, wherever they stand.
function keyOf(text, block) {
  const shape = (node) => (typeof node === 'string' ? node.length : [node.mark.kind, node.children.map(shape)]);
  return JSON.stringify([block.role, text.slice(block.start, block.end), block.children.map(shape)]);
}

function reuse(drawn, block) {
  const marks = block.children.flatMap(marksIn);
  drawn.marks.forEach((element, i) => setMark(element, marks[i]));
  return drawn;
}

function marksIn(node) {
  return typeof node === 'string' ? [] : [node.mark, ...node.children.flatMap(marksIn)];
}
