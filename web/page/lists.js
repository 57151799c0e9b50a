// The lists in the margin: what is said, who, where, and when. Each line leads to
// its place in the text, and asked again to the next one.
import { sayDate } from '../date-words.js';
import { isNamed } from '../marks.js';
import { make } from './make.js';

const AT_FIRST = 40; // lines of a list; the rest when asked for

const LISTS = [
  { title: 'Quotations', lines: linesOfQuotes },
  { title: 'People', lines: (result) => linesOfEntities(result, 'person') },
  { title: 'Organizations', lines: (result) => linesOfEntities(result, 'organization') },
  { title: 'Places', lines: (result) => linesOfEntities(result, 'place') },
  { title: 'Dates', lines: linesOfDates },
];

export class Lists {
  #sections;

  /** @param {(family: string, indexes: number[]) => void} ongo */
  constructor(ongo) {
    const container = document.getElementById('lists');
    this.#sections = LISTS.map(({ title, lines }) => new List(title, lines, ongo));
    container.append(...this.#sections.map(({ element }) => element));
  }

  show(text, result) {
    for (const section of this.#sections) section.show(text, result);
  }
}

class List {
  element = make('details', 'list');
  #count = make('span', 'count');
  #items = make('ul');
  #lines;
  #ongo;

  constructor(title, lines, ongo) {
    const summary = make('summary');
    summary.append(make('h2', '', title), this.#count);
    this.#lines = lines;
    this.#ongo = ongo;
    this.element.open = true;
    this.element.append(summary, this.#items);
  }

  show(text, result) {
    const lines = this.#lines(result, text);
    this.#count.textContent = lines.length.toLocaleString('en');
    this.element.classList.toggle('none', lines.length === 0);
    this.#items.replaceChildren(...lines.slice(0, AT_FIRST).map((line) => this.#item(line)));
    if (lines.length > AT_FIRST) this.#items.append(this.#more(lines));
  }

  #item({ family, indexes, parts }) {
    const item = make('li');
    const button = make('button', `line ${family}`);
    button.type = 'button';
    for (const [className, words] of parts) button.append(make('span', className, words), ' ');
    button.addEventListener('click', () => this.#ongo(family, indexes));
    item.append(button);
    return item;
  }

  #more(lines) {
    const item = make('li');
    const button = make('button', 'more', `Show all ${lines.length}`);
    button.type = 'button';
    button.addEventListener('click', () => {
      this.#items.replaceChildren(...lines.map((line) => this.#item(line)));
      this.#items.children[AT_FIRST].firstElementChild.focus();
    });
    item.append(button);
    return item;
  }
}

// Those named most come first; equals stay in the order of the text.
function linesOfEntities({ entities, mentions: all }, type) {
  return entities.filter((entity) => entity.type === type)
    .map((entity) => ({ ...entity, mentions: entity.mentions.filter((index) => isNamed(all[index])) }))
    .sort((a, b) => b.mentions.length - a.mentions.length)
    .map(({ name, role, mentions }) => ({
      family: 'mention',
      indexes: mentions,
      parts: [['name', name], ...(role ? [['detail', role]] : []), ...(mentions.length > 1 ? [['times', `\u00d7${mentions.length}`]] : [])],
    }));
}

// In order of the calendar; what no calendar can draw comes last.
function linesOfDates({ dates }) {
  return dates.map((date, index) => ({ date, index }))
    .sort((a, b) => (a.date.earliest ?? '~').localeCompare(b.date.earliest ?? '~') || a.index - b.index)
    .map(({ date, index }) => ({ family: 'date', indexes: [index], parts: [['name', sayDate(date)], ['detail', date.text]] }));
}

function linesOfQuotes({ quotes }, text) {
  return quotes.map((quote, index) => ({
    family: 'quote',
    indexes: [index],
    parts: [['speaker', quote.speaker?.name ?? 'No speaker found'], ...cueOf(quote), ['words', shorten(wordsOf(quote, text))]],
  }));
}

// Beside what is only reported: what somebody denied must not read like what they said.
function cueOf({ type, cue }) {
  return type === 'indirect' && cue ? [['cue', cue.text]] : [];
}

// What was said, without the attribution that splits it.
function wordsOf({ spans }, text) {
  return spans.map(([start, end]) => text.slice(start, end)).join(' ');
}

function shorten(text) {
  const words = text.replace(/\s+/g, ' ');
  return words.length <= 140 ? words : `${words.slice(0, 140).replace(/\s+\S*$/, '')}\u2026`;
}
