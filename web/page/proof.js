// The proof: the text with its marks, and the note beside the one looked at.
import { markAt } from '../draw.js';
import { MarkedText } from '../marked-text.js';
import { Note } from '../note.js';
import { Roving } from '../roving.js';

const TAG = { headline: 'h3' };
const MANY = 400; // blocks; from here on the browser may leave out what is not in view

export class Proof {
  /** What is on the paper: { text, result }, or null. */
  shown = null;
  #reached = null; // where goTo led last
  #paper = document.getElementById('proof');
  #marked = new MarkedText(this.#paper, { tagOf: (role) => TAG[role] ?? 'p', ondrawn: () => this.#roving.refresh() });
  #roving = new Roving(this.#paper);
  #note = new Note(this.#paper, document.getElementById('note'), {
    result: () => this.shown.result,
    onshow: (element) => this.#look(element),
  });

  #onlook;

  /** @param {{ onlook: (mark: object | null) => void }} listener told of the mark whose note is shown */
  constructor({ onlook }) {
    this.#onlook = onlook;
  }

  show(text, result, isSample) {
    this.#note.close();
    this.shown = { text, result };
    this.#paper.classList.remove('stale');
    this.#paper.classList.toggle('long', result.blocks.length > MANY);
    this.#marked.draw(text, result);
    document.getElementById('invented').hidden = !isSample;
    document.getElementById('blank').hidden = result.blocks.length > 0;
  }

  /** The copy has changed and is not marked yet: what is on the paper is of before. */
  wait() {
    this.#paper.classList.add('stale');
  }

  #look(element) {
    this.#marked.relate(element, this.shown?.result);
    this.#onlook(element && markAt(element));
  }

  toggle(kind, shown) {
    this.#note.close();
    this.#marked.toggle(kind, shown);
    this.#roving.refresh();
  }

  /** Lights up all that these records show, and nothing else. */
  light(family, indexes) {
    this.#marked.light(family, indexes);
  }

  /** Brings a record into view; asked again, the next place of the same entity. */
  goTo(family, indexes) {
    const elements = indexes.flatMap((index) => this.#marked.find(family, index));
    const next = elements[(elements.indexOf(this.#reached) + 1) % elements.length];
    if (!next) return;
    this.#reached = next;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    next.scrollIntoView({ block: 'center', behavior: still ? 'instant' : 'smooth' });
    next.focus({ preventScroll: true });
  }
}
