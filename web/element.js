// <blue-pencil>: an article with its marks, for a newsroom's own pages.
//
//     <blue-pencil date="2019-05-31"><article><p>...</p></article></blue-pencil>
//
// It reads the text in it (or its `text`), draws it with marks in a shadow root
// and says "annotated". Importing this file where there is no DOM does nothing.
import { readText } from './dom-text.js';
import { elementStyle } from './element-style.js';
import { sayFound } from './found.js';
import { kinds } from './kinds.js';
import { loadEngine } from './load.js';
import { MarkedText } from './marked-text.js';
import { sheetOf } from './mark-style.js';
import { Note } from './note.js';
import { Roving } from './roving.js';

export { annotateElement } from './annotate-element.js';

const PROPERTIES = ['text', 'date', 'types', 'house', 'engine'];

let sharedEngine; // for all elements that were given none

export class BluePencil extends (globalThis.HTMLElement ?? class {}) {
  static observedAttributes = ['text', 'date', 'types', 'plain'];

  #internals = this.attachInternals();
  #parts = buildShadow(this.attachShadow({ mode: 'open' }));
  #observer = new MutationObserver(() => this.#schedule());
  #given = {}; // what was set as properties
  #result = null;
  #turn = 0;
  #scheduled = false;
  #marked = new MarkedText(this.#parts.text, { tagOf: (role) => (role === 'headline' ? 'h2' : 'p'), ondrawn: () => this.#roving.refresh() });
  #roving = new Roving(this.#parts.text);
  #note = new Note(this.#parts.text, this.#parts.note, {
    result: () => this.#result,
    onshow: (element) => this.#marked.relate(element, this.#result),
    onselect: (mark) => this.#tell('select', { kind: mark.kind, record: mark.record }),
  });

  constructor() {
    super();
    this.#parts.toggle.addEventListener('click', () => this.toggleAttribute('plain'));
  }

  connectedCallback() {
    for (const name of PROPERTIES) this.#upgrade(name);
    this.#observer.observe(this, { childList: true, characterData: true, subtree: true });
    this.#schedule();
  }

  disconnectedCallback() {
    this.#observer.disconnect();
    this.#turn++;
  }

  attributeChangedCallback(name) {
    if (name === 'plain') this.#showKinds();
    else this.#schedule();
  }

  /** The text that is shown: the property, else the attribute, else what stands in the element. */
  get text() { return this.#given.text ?? this.getAttribute('text') ?? readText(this).text; }
  set text(text) { this.#give('text', text); }

  /** The day of the article: "2019-05-31", or a Date. */
  get date() { return this.#given.date ?? this.getAttribute('date') ?? undefined; }
  set date(date) { this.#give('date', date); }

  /** The kinds wanted: an array, or as an attribute words with spaces between. */
  get types() { return this.#given.types ?? this.getAttribute('types')?.split(/\s+/).filter(Boolean); }
  set types(types) { this.#give('types', types); }

  get house() { return this.#given.house; }
  set house(house) { this.#give('house', house); }

  /** An engine of loadEngine or createWorkerEngine, or a promise of one; without it all elements share one. */
  get engine() { return this.#given.engine; }
  set engine(engine) { this.#give('engine', engine); }

  /** The result that is shown, or null. */
  get result() { return this.#result; }

  // A property that was set before this class was known hides its accessor.
  #upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete this[name];
    this[name] = value;
  }

  #give(name, value) {
    this.#given[name] = value ?? undefined;
    this.#schedule();
  }

  // Several changes in a row are one call.
  #schedule() {
    if (this.#scheduled || !this.isConnected) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      this.#annotate();
    });
  }

  async #annotate() {
    const turn = ++this.#turn;
    const { text, date, types, house } = this;
    this.#internals.states.add('busy');
    try {
      const engine = await (this.engine ?? (sharedEngine ??= loadEngine()));
      const result = await engine.annotate(text, { date: date || undefined, types, house });
      if (turn === this.#turn) this.#show(text, result);
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
    if (turn === this.#turn) this.#internals.states.delete('busy');
  }

  #show(text, result) {
    this.#result = result;
    this.#note.close();
    this.#marked.draw(text, result);
    this.#list(result);
    this.#parts.error.hidden = true;
    this.#parts.count.textContent = sayFound(result);
    this.#tell('annotated', result);
  }

  #fail(error) {
    this.#parts.error.textContent = error.message;
    this.#parts.error.hidden = false;
    this.#tell('annotateerror', error);
  }

  #showKinds() {
    const plain = this.hasAttribute('plain');
    this.#note.close();
    for (const kind of kinds.keys()) this.#marked.toggle(kind, !plain);
    this.#parts.toggle.textContent = plain ? 'Show marks' : 'Hide marks';
    this.#roving.refresh();
  }

  // What the marks say, for those who do not see them.
  #list({ entities, dates, quotes }) {
    const items = [
      ...entities.map(({ name, type, mentions }) => [`${name}, ${kinds.get(type).name}`, 'mention', mentions[0]]),
      ...dates.map(({ text, value }, index) => [`${text}, ${value}`, 'date', index]),
      ...quotes.map(({ text, speaker }, index) => [`${speaker?.name ?? 'Unknown speaker'}: ${text}`, 'quote', index]),
    ];
    this.#parts.list.querySelector('ul').replaceChildren(...items.map((item) => this.#listItem(...item)));
  }

  #listItem(words, family, index) {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = words;
    button.addEventListener('click', () => this.#marked.find(family, index)[0]?.focus());
    item.append(button);
    return item;
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

function buildShadow(root) {
  root.adoptedStyleSheets = [sheetOf(elementStyle)];
  const part = (name, tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    element.className = name;
    element.setAttribute('part', name);
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
    element.append(...children);
    return element;
  };
  const count = part('count', 'p', { role: 'status' });
  const toggle = part('toggle', 'button', { type: 'button' }, 'Hide marks');
  const error = part('error', 'p', { role: 'alert', hidden: '' });
  const text = part('text', 'div');
  const note = part('note', 'div', { id: 'note', hidden: '' });
  const list = part('list', 'details', {}, part('summary', 'summary', {}, 'List of marks'), document.createElement('ul'));
  root.append(part('bar', 'div', {}, count, toggle), error, part('frame', 'div', {}, text, note), list);
  return { count, toggle, error, text, note, list };
}

if (globalThis.customElements && !customElements.get('blue-pencil')) customElements.define('blue-pencil', BluePencil);
