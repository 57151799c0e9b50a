// From a result to something that can be drawn: the blocks of the text, and in
// each the marks, one inside the other. A quotation that is split is several
// marks with one record.
//
//     mark  { kind, record, index, piece, start, end }    record: of result[list][index]
//     node  a string, or { mark, children: [node] }
//     block { role, start, end, children: [node] }
import { recount } from './offsets.js';

// Outermost first where two marks have the same span.
const RANK = { quote: 0, speaker: 1, cue: 2, date: 3, mention: 4 };

/** Whether it names: a description ("the UN mission") and a pronoun are in the data and are not marked. */
export function isNamed({ form }) {
  return form !== 'nominal' && form !== 'pronoun';
}

/** @returns {Array} every mark of a result, outermost first, in order of the text */
export function marksOf(result) {
  const marks = [
    ...result.mentions.flatMap((record, index) => (isNamed(record) ? [markOf('mention', record.type, record, index)] : [])),
    ...result.dates.map((record, index) => markOf('date', record.type, record, index)),
    ...result.quotes.flatMap(marksOfQuote),
  ];
  return marks.sort((a, b) => a.start - b.start || b.end - a.end || RANK[a.family] - RANK[b.family]);
}

/** @returns {Array} the blocks of `text`, with nodes inside */
export function layOut(text, result) {
  const counted = recount(text, result, 'utf-16');
  const marks = marksOf(counted);
  let next = 0;
  return blocksOf(text, counted).map((block) => {
    const inside = [];
    while (next < marks.length && marks[next].start < block.end) inside.push(marks[next++]);
    return { ...block, children: nest(text, block.start, block.end, inside) };
  });
}

/** The classes of the element that shows a mark. */
export function classesOf({ family, kind }) {
  return family in PARTS ? PARTS[family] : `bp-mark bp-${family} bp-${kind}`;
}

const PARTS = { speaker: 'bp-speaker', cue: 'bp-cue' };

/** Whether it is the speaker or the cue of a quotation, and no mark of its own. */
export function isPart({ family }) {
  return family in PARTS;
}

function markOf(family, kind, record, index, start = record.start, end = record.end, piece = 0) {
  return { family, kind, record, index, piece, start, end };
}

function marksOfQuote(quote, index) {
  const pieces = quote.spans.map(([start, end], piece) => markOf('quote', quote.type, quote, index, start, end, piece));
  const parts = ['speaker', 'cue'].filter((part) => quote[part])
    .map((part) => markOf(part, part, quote, index, quote[part].start, quote[part].end));
  return [...pieces, ...parts];
}

// A text without blocks (there is nothing in it but spaces) is one.
function blocksOf(text, result) {
  if (result.blocks.length) return result.blocks;
  return text === '' ? [] : [{ start: 0, end: text.length, role: 'body' }];
}

// Marks nest by contract. Should a result that was edited by hand break it, the
// part of a mark that sticks out of its parent is cut off.
function nest(text, start, end, marks) {
  const root = { start, end, children: [], at: start };
  const open = [root];
  const fill = (node, until) => {
    if (until > node.at) node.children.push(text.slice(node.at, until));
    node.at = Math.max(node.at, until);
  };
  const close = () => {
    const node = open.pop();
    fill(node, node.end);
    open.at(-1).at = node.end;
  };
  for (const mark of marks) {
    while (open.length > 1 && open.at(-1).end <= mark.start) close();
    const parent = open.at(-1);
    const from = Math.max(mark.start, parent.at), until = Math.min(mark.end, parent.end);
    if (until <= from) continue;
    fill(parent, from);
    const node = { mark, start: from, end: until, children: [], at: from };
    parent.children.push(node);
    open.push(node);
  }
  while (open.length > 1) close();
  fill(root, end);
  return root.children;
}
