// How well mentions are put together, by the three measures of the field. A
// partition is a list of entities, an entity a list of mentions (the same string
// in both partitions where they are the same mention). A mention that one side
// lacks counts as the reference scorer counts it (Pradhan et al. 2014): nothing
// of that side is with it.
//
// Each measure gives what is summed over articles before it is divided:
// { found, gold, right, given }: recall is found / gold, precision right / given.

const bothWays = (count) => (gold, given) => {
  const [found, all] = count(gold, given);
  const [right, made] = count(given, gold);
  return { found, gold: all, right, given: made };
};

const sumOf = (list, value) => list.reduce((sum, item) => sum + value(item), 0);
const entityOf = (partition) => new Map(partition.flatMap((entity) => entity.map((mention) => [mention, entity])));
const shared = (one, other = []) => one.filter((mention) => other.includes(mention)).length;

/** Links kept of those that would do (Vilain et al. 1995); an entity with one mention has none. */
export const muc = bothWays((partition, others) => {
  const where = entityOf(others);
  const pieces = (entity) => new Set(entity.map((mention) => where.get(mention) ?? mention)).size;
  return [sumOf(partition, (entity) => entity.length - pieces(entity)), sumOf(partition, (entity) => entity.length - 1)];
});

/** For each mention, the share of its entity that the other side has with it (Bagga and Baldwin 1998). */
export const bCubed = bothWays((partition, others) => {
  const where = entityOf(others);
  return [sumOf(partition, (entity) => sumOf(entity, (mention) => shared(entity, where.get(mention)) / entity.length)), partition.flat().length];
});

/**
 * The assignment of rows to columns with the largest sum, which it returns: the
 * Hungarian method by shortest augmenting paths (Kuhn 1955; Jonker and Volgenant 1987), cubic.
 * @param {number[][]} weights no fewer columns than rows
 */
export function bestAssignment(weights) {
  const columns = weights[0]?.length ?? 0;
  const rowPrice = new Array(weights.length).fill(0);
  const price = new Array(columns + 1).fill(0);
  const rowOf = new Array(columns + 1).fill(-1); // the last column stands for the row that is being placed
  for (let row = 0; row < weights.length; row++) {
    const least = new Array(columns).fill(Infinity);
    const before = new Array(columns).fill(columns);
    const done = new Set();
    let column = columns;
    rowOf[columns] = row;
    while (rowOf[column] >= 0) {
      done.add(column);
      const at = rowOf[column];
      let next = -1;
      for (let j = 0; j < columns; j++) {
        if (done.has(j)) continue;
        const cost = -weights[at][j] - rowPrice[at] - price[j];
        if (cost < least[j]) [least[j], before[j]] = [cost, column];
        if (next < 0 || least[j] < least[next]) next = j;
      }
      const step = least[next];
      for (const j of done) [rowPrice[rowOf[j]], price[j]] = [rowPrice[rowOf[j]] + step, price[j] - step];
      for (let j = 0; j < columns; j++) if (!done.has(j)) least[j] -= step;
      column = next;
    }
    for (; column !== columns; column = before[column]) rowOf[column] = rowOf[before[column]];
  }
  return sumOf([...rowOf.slice(0, columns).entries()], ([column, row]) => (row < 0 ? 0 : weights[row][column]));
}

/** Entity by entity, the best assignment of one side's to the other's (CEAF-e: Luo 2005, the fourth similarity). */
export function ceaf(gold, given) {
  const [rows, columns] = gold.length <= given.length ? [gold, given] : [given, gold];
  const alike = bestAssignment(rows.map((row) => columns.map((column) => 2 * shared(row, column) / (row.length + column.length))));
  return { found: alike, gold: gold.length, right: alike, given: given.length };
}

/** @returns {{ precision: number, recall: number, f1: number }} of counts of many articles, 0 to 1 */
export function scoreOf(counts) {
  const [found, gold, right, given] = ['found', 'gold', 'right', 'given'].map((key) => sumOf(counts, (count) => count[key]));
  const [precision, recall] = [right / given, found / gold];
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}
