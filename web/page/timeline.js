// When: the dates of the text on a line of time, from the first day of each to its
// last. Each leads to its place in the text; dates of the same days are one.
import { sayDate } from '../date-words.js';
import { Roving } from '../roving.js';
import { Gaze } from './gaze.js';
import { make } from './make.js';
import { axisOf } from './time-axis.js';
import { dayOf, stack, TimeScale } from './time-scale.js';

const MOST = 150; // points; from here on dates are taken together by month, year or decade
const LANES = 6;
const COARSE = matchMedia('(pointer: coarse)').matches;
const POINT = COARSE ? 24 : 16; // pixels: what can be hit
const TITLE = 16, ROW = 15, EDGE = 10; // pixels: of the line's head, of a row of labels, left and right

export class Timeline {
  #section = document.getElementById('timeline');
  #strip = this.#section.querySelector('.strip');
  #list = this.#section.querySelector('ol');
  #axis = this.#section.querySelector('.axis');
  #readout = this.#section.querySelector('.readout');
  #roving = new Roving(this.#list, '.point');
  #gaze = new Gaze((point) => this.#look(point));
  #listener;
  #points = []; // { from, until, indexes, first, last, says, element }
  #reference = null; // a day
  #summary = '';
  #width = 0;

  /** @param {{ ongo: (dates: number[]) => void, onlight: (dates: number[]) => void }} listener */
  constructor(listener) {
    this.#listener = listener;
    this.#strip.style.setProperty('--point', `${POINT}px`);
    new ResizeObserver(() => this.#strip.clientWidth !== this.#width && this.#layOut()).observe(this.#strip);
  }

  show({ dates, reference }) {
    this.#gaze.forget();
    this.#points = pointsOf(dates);
    this.#reference = reference.date && dayOf(reference.date);
    this.#section.hidden = this.#points.length === 0;
    if (this.#section.hidden) return;
    this.#summary = summaryOf(this.#points);
    this.#readout.textContent = this.#summary;
    for (const point of this.#points) point.element = this.#draw(point);
    this.#list.replaceChildren(...this.#points.map(({ element }) => element));
    this.#roving.refresh();
    this.#layOut();
  }

  /** Shows which date is looked at in the text; null: none. */
  point(index) {
    for (const { element, indexes } of this.#points) element.classList.toggle('here', indexes.includes(index));
  }

  #draw(point) {
    const item = make('li');
    const button = make('button', 'point');
    button.type = 'button';
    button.tabIndex = -1;
    button.setAttribute('aria-label', point.says);
    button.classList.toggle('several', point.indexes.length > 1);
    button.addEventListener('click', () => this.#listener.ongo(point.indexes));
    this.#gaze.follow(button, point);
    item.append(button);
    return item;
  }

  #look(point) {
    this.#readout.textContent = point ? point.says : this.#summary;
    this.#listener.onlight(point ? point.indexes : []);
  }

  // Everything in pixels, anew for every width.
  #layOut() {
    this.#width = this.#strip.clientWidth;
    if (this.#width === 0 || this.#points.length === 0) return;
    const reference = this.#reference === null ? [] : [{ from: this.#reference, until: this.#reference + 1 }];
    const scale = new TimeScale([...this.#points, ...reference], this.#width - 2 * EDGE);
    const boxes = this.#points.map(({ from, until }) => boxOf(scale.at(from), scale.at(until), this.#width - 2 * EDGE));
    const lanes = stack(boxes, LANES);
    const floor = (this.#reference === null ? 0 : TITLE) + (Math.max(...lanes) + 1) * POINT;
    this.#points.forEach(({ element }, i) => place(element, boxes[i].left + EDGE, floor - (lanes[i] + 1) * POINT, boxes[i].right - boxes[i].left));
    this.#points.forEach(({ element, from, until }, i) => element.classList.toggle('wide', until - from > 1 && boxes[i].right - boxes[i].left > POINT));
    this.#drawAxis(scale, floor);
  }

  #drawAxis(scale, floor) {
    const rows = axisOf(scale, this.#points.map(({ from }) => from));
    const parts = rows.flatMap(({ unit, ticks, labels }, row) => [
      ...ticks.map((left) => place(make('i', `tick ${unit}`), EDGE + left, floor)),
      ...labels.map(({ left, words }) => place(make('span', unit, words), EDGE + left, floor + 4 + row * ROW)),
    ]);
    parts.push(place(make('i', 'base'), 0, floor));
    if (this.#reference !== null) parts.push(this.#drawReference(scale, floor));
    this.#axis.replaceChildren(...parts);
    this.#strip.style.setProperty('height', `${floor + 6 + rows.length * ROW}px`);
  }

  #drawReference(scale, floor) {
    const middle = (scale.at(this.#reference) + scale.at(this.#reference + 1)) / 2;
    const line = place(make('b', middle > this.#width / 2 ? 'reference left' : 'reference', 'day of the article'), EDGE + middle, 0);
    line.style.setProperty('height', `${floor}px`);
    return line;
  }
}

// A point is at least so wide that it can be hit, and stays on the line.
function boxOf(from, until, width) {
  const wide = Math.max(POINT, until - from);
  const left = Math.max(0, Math.min(width - wide, (from + until - wide) / 2));
  return { left, right: left + wide };
}

function place(element, left, top, width) {
  element.style.setProperty('left', `${left.toFixed(1)}px`);
  element.style.setProperty('top', `${top}px`);
  if (width !== undefined) element.style.setProperty('width', `${width.toFixed(1)}px`);
  return element;
}

const KEYS = [
  ({ earliest, latest }) => `${earliest} ${latest}`,
  ({ earliest, latest }) => `${earliest.slice(0, 7)} ${latest.slice(0, 7)}`,
  ({ earliest, latest }) => `${earliest.slice(0, 4)} ${latest.slice(0, 4)}`,
  ({ earliest }) => earliest.slice(0, 3),
];

// One for all dates of the same days, in order of the calendar.
function pointsOf(dates) {
  const drawn = dates.map((date, index) => ({ date, index })).filter(({ date }) => date.earliest && date.latest);
  const groups = KEYS.reduce((found, keyOf) => (found && found.size <= MOST ? found : groupBy(drawn, ({ date }) => keyOf(date))), null);
  return [...groups.values()].map(pointOf).sort((a, b) => a.from - b.from || a.until - b.until);
}

function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(item);
  }
  return groups;
}

function pointOf(group) {
  const first = group.reduce((early, item) => (item.date.earliest < early.date.earliest ? item : early)).date;
  const last = group.reduce((late, item) => (item.date.latest > late.date.latest ? item : late)).date;
  const words = [...new Set(group.map(({ date }) => date.text.replace(/\s+/g, ' ')))];
  const more = words.length > 3 ? ` and ${words.length - 3} more` : '';
  return {
    from: dayOf(first.earliest),
    until: dayOf(last.latest) + 1,
    indexes: group.map(({ index }) => index),
    first,
    last,
    says: `${sayBoth(first, last)}: ${words.slice(0, 3).map((word) => `\u201c${word}\u201d`).join(', ')}${more}`,
    element: null,
  };
}

function sayBoth(first, last) {
  return first.earliest === last.earliest && first.latest === last.latest ? sayDate(first) : `${sayDate(first)} to ${sayDate(last)}`;
}

// "11 dates, 1993 to 2012"
function summaryOf(points) {
  const count = points.reduce((sum, { indexes }) => sum + indexes.length, 0);
  const last = points.reduce((late, point) => (point.until > late.until ? point : late)).last;
  return `${count.toLocaleString('en')} ${count === 1 ? 'date' : 'dates'}, ${sayBoth(points[0].first, last)}`;
}
