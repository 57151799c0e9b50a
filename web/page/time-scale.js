// Where the days of an article lie on a line. A newspaper speaks of this week, of
// last year and of 1848 in one breath, so the line is stretched where the dates
// are: every stretch between two ends of dates gets room by the logarithm of its
// days, less of it where there is no date. Where all dates can be told apart
// anyway, one day is as long as the other.
const APART = 14; // pixels that the shortest stretch needs to be told apart
const DAY = 86_400_000; // milliseconds

/** @param {string} iso "2019-05-31" @returns {number} days since 1970 */
export function dayOf(iso) {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
}

/** A scale for spans of days, from the first of them to the last, over some pixels. */
export class TimeScale {
  #edges; // days, ascending
  #places; // pixels

  /**
   * @param {{ from: number, until: number }[]} spans days, half open, none empty; one at least
   * @param {number} width pixels
   */
  constructor(spans, width) {
    this.#edges = [...new Set(spans.flatMap(({ from, until }) => [from, until]))].sort((a, b) => a - b);
    const lengths = this.#edges.slice(1).map((edge, i) => edge - this.#edges[i]);
    const even = Math.min(...lengths) * width / (this.until - this.from) >= APART;
    const covered = coverOf(spans, this.#edges);
    this.#places = placesOf(even ? lengths : lengths.map((days, i) => weigh(days, covered[i])), width);
  }

  get from() {
    return this.#edges[0];
  }

  get until() {
    return this.#edges.at(-1);
  }

  /** @returns {number} the pixel at which a day begins */
  at(day) {
    const i = this.#stretchOf(day);
    const [from, until] = [this.#edges[i], this.#edges[i + 1]];
    return this.#places[i] + (this.#places[i + 1] - this.#places[i]) * (day - from) / (until - from);
  }

  /** Where one day is as long as the other: [{ from, until, room }], with the pixels of a day. */
  stretches() {
    return this.#edges.slice(1).map((until, i) => {
      const from = this.#edges[i];
      return { from, until, room: (this.#places[i + 1] - this.#places[i]) / (until - from) };
    });
  }

  #stretchOf(day) {
    let low = 0, high = this.#edges.length - 2;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#edges[middle] <= day) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function weigh(days, covered) {
  return covered ? 2 + Math.log2(1 + days) : 1 + Math.log2(1 + days) / 2;
}

// How many spans lie over each stretch between two edges.
function coverOf(spans, edges) {
  const turns = new Map(edges.map((edge) => [edge, 0]));
  for (const { from, until } of spans) {
    turns.set(from, turns.get(from) + 1);
    turns.set(until, turns.get(until) - 1);
  }
  let cover = 0;
  return edges.map((edge) => (cover += turns.get(edge)));
}

function placesOf(weights, width) {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  return [0, ...weights.map((weight) => (sum += weight) * width / all)];
}

/**
 * Lanes for boxes that must not lie over each other, the narrow ones lowest. When
 * there are too many, the rest share the highest.
 * @param {{ left: number, right: number }[]} boxes
 * @returns {number[]} a lane for each box, 0 the lowest
 */
export function stack(boxes, most) {
  const lanes = Array.from({ length: most }, () => []);
  const laneOf = new Array(boxes.length);
  const order = boxes.map((_, index) => index).sort((a, b) => width(boxes[a]) - width(boxes[b]) || boxes[a].left - boxes[b].left);
  for (const index of order) {
    const { left, right } = boxes[index];
    const free = lanes.findIndex((lane) => lane.every((other) => other.right <= left || right <= other.left));
    laneOf[index] = free < 0 ? most - 1 : free;
    lanes[laneOf[index]].push(boxes[index]);
  }
  return laneOf;
}

function width({ left, right }) {
  return right - left;
}
