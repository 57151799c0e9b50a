// Who said what: the speakers as a table that can be sorted. Each row leads to
// what its speaker says in the text, asked again to the next of it, and lights
// all of it up while the pointer or the focus is on the row.
import { speakersOf } from '../speakers.js';
import { Gaze } from './gaze.js';
import { make } from './make.js';

const AT_FIRST = 40; // rows; the rest when asked for

// Ascending. A cell with nothing in it comes last whichever way the rest is sorted.
const ORDERS = {
  name: { empty: ({ name }) => !name, compare: (a, b) => a.name.localeCompare(b.name, 'en') },
  role: { empty: ({ name, role }) => !name || !role, compare: (a, b) => (a.role ?? '').localeCompare(b.role ?? '', 'en') },
  words: { empty: ({ name }) => !name, compare: (a, b) => a.words - b.words },
  share: { empty: ({ name }) => !name, compare: (a, b) => a.share - b.share },
};

/** @param {object[]} speakers of speakersOf @returns {object[]} the same, sorted by one column */
export function sortSpeakers(speakers, { key, descending }) {
  const { empty, compare } = ORDERS[key];
  return [...speakers].sort((a, b) => empty(a) - empty(b) || (descending ? compare(b, a) : compare(a, b)));
}

export class Said {
  #section = document.getElementById('said');
  #count = this.#section.querySelector('.count');
  #body = this.#section.querySelector('tbody');
  #more = this.#section.querySelector('.more');
  #listener;
  #speakers = [];
  #sort = { key: 'words', descending: true };
  #limit = AT_FIRST;
  #gaze = new Gaze((quotes) => this.#listener.onlight(quotes ?? []));

  /** @param {{ ongo: (quotes: number[]) => void, onlight: (quotes: number[]) => void }} listener */
  constructor(listener) {
    this.#listener = listener;
    for (const button of this.#section.querySelectorAll('[data-sort]')) button.addEventListener('click', () => this.#sortBy(button.dataset.sort));
    this.#more.addEventListener('click', () => this.#showAll());
  }

  show(result) {
    this.#speakers = speakersOf(result);
    this.#limit = AT_FIRST;
    this.#count.textContent = this.#speakers.filter(({ name }) => name).length.toLocaleString('en');
    this.#section.classList.toggle('none', this.#speakers.length === 0);
    this.#draw();
  }

  // Words first from the most, names from A; asked again, the other way round.
  #sortBy(key) {
    const descending = this.#sort.key === key ? !this.#sort.descending : key === 'words' || key === 'share';
    this.#sort = { key, descending };
    for (const button of this.#section.querySelectorAll('[data-sort]')) {
      if (button.dataset.sort === key) button.parentElement.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
      else button.parentElement.removeAttribute('aria-sort');
    }
    this.#draw();
  }

  #draw() {
    const sorted = sortSpeakers(this.#speakers, this.#sort);
    this.#gaze.forget();
    this.#body.replaceChildren(...sorted.slice(0, this.#limit).map((speaker) => this.#row(speaker)));
    this.#more.hidden = sorted.length <= this.#limit;
    this.#more.textContent = `Show all ${sorted.length}`;
  }

  #row({ name, role, words, share, quotes }) {
    const row = make('tr', words ? '' : 'nothing');
    const head = make('th');
    const button = make('button', name ? 'line' : 'line nobody', name || 'No speaker found');
    head.scope = 'row';
    button.type = 'button';
    row.style.setProperty('--share', share);
    head.append(button);
    row.append(head, make('td', 'role', role), make('td', 'number', words.toLocaleString('en')), make('td', 'number', sayShare(share)));
    row.addEventListener('click', () => this.#listener.ongo(quotes));
    this.#gaze.follow(row, quotes);
    return row;
  }

  #showAll() {
    this.#limit = Infinity;
    this.#draw();
    this.#body.rows[AT_FIRST].querySelector('button').focus();
  }
}

function sayShare(share) {
  const percent = share * 100;
  return percent > 0 && percent < 1 ? '<\u202f1\u202f%' : `${Math.round(percent)}\u202f%`;
}
