// The same places counted another way. JavaScript counts UTF-16 units, the W3C
// Web Annotation model counts code points, files are bytes.

const SIZE = {
  'utf-16': (point) => (point > 0xffff ? 2 : 1),
  'utf-8': (point) => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4),
  'code-point': () => 1,
};

/** A copy of the result with every offset in `unit`; the result itself when it is so already. */
export function recount(text, result, unit) {
  if (result.offsets === unit) return result;
  const places = [];
  mapPlaces(result, (place) => places.push(place));
  const table = translate(text, places, result.offsets, unit);
  return { ...mapPlaces(result, (place) => table.get(place)), offsets: unit };
}

/** The pieces of a quotation, as its own text has them. */
export function piecesOf({ start, text, spans }, unit) {
  const places = spans.flat().map((place) => place - start);
  const table = translate(text, places, unit, 'utf-16');
  return spans.map(([from, to]) => text.slice(table.get(from - start), table.get(to - start)));
}

// One walk over the text for all places together, so time stays linear.
function translate(text, places, from, to) {
  const table = new Map();
  let index = 0, here = 0, there = 0;
  for (const place of places.sort((a, b) => a - b)) {
    while (here < place && index < text.length) {
      const point = text.codePointAt(index);
      index += SIZE['utf-16'](point);
      here += SIZE[from](point);
      there += SIZE[to](point);
    }
    table.set(place, there);
  }
  return table;
}

function mapPlaces(result, place) {
  const pair = ([start, end]) => [place(start), place(end)];
  const span = (record) => ({ ...record, start: place(record.start), end: place(record.end) });
  const quote = (record) => {
    const copy = { ...span(record), spans: record.spans.map(pair) };
    if (record.content) copy.content = pair(record.content);
    if (record.speaker) copy.speaker = span(record.speaker);
    if (record.cue) copy.cue = span(record.cue);
    return copy;
  };
  return {
    ...result,
    blocks: result.blocks.map(span),
    mentions: result.mentions.map(span),
    dates: result.dates.map(span),
    quotes: result.quotes.map(quote),
  };
}
