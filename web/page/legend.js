// The legend: each kind that the text has, how often, and whether it is shown.
import { kinds } from '../kinds.js';
import { isNamed } from '../marks.js';

// These have their place even when a text has none of them.
const ALWAYS = new Set(['person', 'organization', 'place', 'date', 'direct', 'indirect']);

export class Legend {
  #list = document.getElementById('legend');
  #ontoggle;
  #hidden = new Set();
  #buttons = new Map();

  /** @param {(kind: string, shown: boolean) => void} ontoggle */
  constructor(ontoggle) {
    this.#ontoggle = ontoggle;
    for (const kind of kinds.values()) this.#add(kind);
  }

  show(result) {
    const counts = countKinds(result);
    for (const [kind, { item, count }] of this.#buttons) {
      const number = counts.get(kind) ?? 0;
      count.textContent = number.toLocaleString('en');
      item.hidden = number === 0 && !ALWAYS.has(kind);
      item.classList.toggle('none', number === 0);
    }
  }

  #add({ kind, plural }) {
    const item = document.createElement('li');
    const button = document.createElement('button');
    const label = document.createElement('span');
    const count = document.createElement('span');
    button.type = 'button';
    button.setAttribute('aria-pressed', 'true');
    button.dataset.kind = kind;
    label.className = `bp-mark bp-${kinds.get(kind).family} bp-${kind}`;
    label.textContent = plural;
    count.className = 'count';
    count.textContent = '0';
    button.append(label, ' ', count);
    button.addEventListener('click', () => this.#toggle(kind, button, label));
    item.hidden = !ALWAYS.has(kind);
    item.append(button);
    this.#list.append(item);
    this.#buttons.set(kind, { item, count });
  }

  #toggle(kind, button, label) {
    const shown = this.#hidden.delete(kind);
    if (!shown) this.#hidden.add(kind);
    button.setAttribute('aria-pressed', String(shown));
    label.classList.toggle('bp-off', !shown);
    this.#ontoggle(kind, shown);
  }
}

function countKinds({ mentions, dates, quotes }) {
  const counts = new Map();
  for (const { type } of [...mentions.filter(isNamed), ...dates, ...quotes]) counts.set(type, (counts.get(type) ?? 0) + 1);
  return counts;
}
