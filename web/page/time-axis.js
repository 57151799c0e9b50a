// What is written under a line of time: days, months and years, each where there
// is room for them. A label stands where its period begins, or the first date in it.
import { MONTHS } from '../date-words.js';

const DAY = 86_400_000; // milliseconds
const TICK = 5; // pixels between two ticks, at least
const LETTER = 7.2, BEFORE = 3, BETWEEN = 5, OVER = 6; // pixels: of a letter; from a tick to its label, from label to label, past the line's end
const YEARS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/**
 * @param {import('./time-scale.js').TimeScale} scale
 * @param {number[]} starts the days on which a date begins: their periods are labelled first
 * @returns {{ unit: 'day' | 'month' | 'year', ticks: number[], labels: { left: number, words: string }[] }[]} the rows that
 *   have a label, finest first, in pixels
 */
export function axisOf(scale, starts) {
  return ['day', 'month', 'year'].map((unit) => rowOf(scale, unit, starts)).filter(({ labels }) => labels.length > 0);
}

function rowOf(scale, unit, starts) {
  const days = [...new Set(scale.stretches().flatMap((stretch) => beginningsIn(stretch, unit)))];
  const first = new Set(starts.map((day) => UNITS[unit].begins(day)));
  const labels = [...new Set(unit === 'day' ? days : [scale.from, ...starts, ...days])].map((day) => labelOf(scale, unit, day, first));
  return { unit, ticks: days.map((day) => scale.at(day)), labels: choose(labels.filter(({ left, right, limit }) => left >= 0 && right <= limit)) };
}

// A day's stands in the middle of the day. A month's must fit into the month, and
// so must any that stands within its period, where a date begins.
function labelOf(scale, unit, day, first) {
  const { begins, next, label, rank } = UNITS[unit];
  const words = label(day);
  const width = words.length * LETTER;
  const [from, until] = [scale.at(day), scale.at(Math.min(next(day), scale.until))];
  const left = unit === 'day' ? (from + until - width) / 2 : from + BEFORE;
  const limit = unit === 'month' || begins(day) < day ? until + BEFORE : scale.at(scale.until) + OVER;
  return { left, right: left + width, limit, words, period: begins(day), rank: first.has(begins(day)) ? 0 : rank(day) };
}

// Those of most weight that have room beside each other, one for a period.
function choose(labels) {
  const chosen = [];
  const fits = (label) => chosen.every((other) => other.right + BETWEEN <= label.left || label.right + BETWEEN <= other.left);
  for (const label of labels.sort((a, b) => a.rank - b.rank || a.left - b.left)) {
    if (fits(label) && !chosen.some(({ period }) => period === label.period)) chosen.push(label);
  }
  return chosen.map(({ left, words }) => ({ left, words })).sort((a, b) => a.left - b.left);
}

// The days in a stretch on which a unit begins, not closer than ticks may be.
function beginningsIn({ from, until, room }, unit) {
  const { days, steps, next, begins } = UNITS[unit];
  const step = steps.find((times) => times * days * room >= TICK);
  if (!step) return [];
  const found = [];
  for (let day = begins(from, step); day < until; day = next(day, step)) if (day >= from) found.push(day);
  return found;
}

const partsOf = (day) => {
  const date = new Date(day * DAY);
  return [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
};

// Date.UTC takes the years 0 to 99 for those of the last century.
const dayAt = (year, month = 0) => Math.round(new Date(0).setUTCFullYear(year, month, 1) / DAY);

// `begins` is the last beginning on or before a day, `next` the one after; `rank`
// says which are labelled first.
const UNITS = {
  day: {
    days: 1, steps: [1],
    begins: (day) => day,
    next: (day) => day + 1,
    label: (day) => String(partsOf(day)[2]),
    rank: () => 1,
  },
  month: {
    days: 28, steps: [1],
    begins: (day) => dayAt(...partsOf(day)),
    next: (day) => dayAt(partsOf(day)[0], partsOf(day)[1] + 1),
    label: (day) => MONTHS[partsOf(day)[1]].slice(0, 3),
    rank: () => 1,
  },
  year: {
    days: 365, steps: YEARS,
    begins: (day, step = 1) => dayAt(Math.floor(partsOf(day)[0] / step) * step),
    next: (day, step = 1) => dayAt((Math.floor(partsOf(day)[0] / step) + 1) * step),
    label: (day) => String(partsOf(day)[0]),
    rank: (day) => 1 / YEARS.findLast((step) => partsOf(day)[0] % step === 0),
  },
};
