// CSS.highlights is one registry for a whole page, and other libraries use it
// too. Here is what is ours in it: one Highlight a kind, shared by all texts
// that are painted, and taken out again when its last range goes.
import { kinds } from './kinds.js';
import { colourStyle, sheetOf } from './mark-style.js';

const PREFIX = 'bluepencil-';

// kind -> colour, line; long-hand properties only: WebKit ignores the short one here.
const LINES = {
  person: ['person', 'solid'], organization: ['organization', 'double'], place: ['place', 'dotted'], group: ['group', 'dashed'],
  event: ['thing', 'dashed'], work: ['thing', 'dashed'], product: ['thing', 'dashed'], law: ['thing', 'dashed'],
  money: ['figure', 'dotted'], percent: ['figure', 'dotted'], quantity: ['figure', 'dotted'],
  email: ['figure', 'solid'], url: ['figure', 'solid'], handle: ['figure', 'solid'], indirect: ['quote', 'dashed'],
};
const WASHES = { date: 'date', time: 'date', duration: 'date', set: 'date', direct: 'quote', mixed: 'quote' };

const lines = Object.entries(LINES).map(([kind, [colour, line]]) => `::highlight(${PREFIX}${kind}) {
  text-decoration-line: underline; text-decoration-style: ${line}; text-decoration-color: var(--bp-${colour}); text-decoration-thickness: 2px;
}`);
const washes = Object.entries(WASHES).map(([kind, colour]) => `::highlight(${PREFIX}${kind}) {
  background-color: color-mix(in srgb, var(--bp-${colour}) 14%, transparent);
}`);
const style = [colourStyle, ...lines, ...washes].join('\n');

/** @returns {boolean} whether this browser paints highlights */
export function canPaint() {
  return typeof Highlight === 'function' && Boolean(globalThis.CSS?.highlights);
}

/** Puts a range under a kind. */
export function addRange(kind, range) {
  const name = PREFIX + kind;
  if (!CSS.highlights.has(name)) CSS.highlights.set(name, newHighlight(kind));
  CSS.highlights.get(name).add(range);
}

/** Takes a range out again. */
export function removeRange(kind, range) {
  const highlight = CSS.highlights.get(PREFIX + kind);
  highlight?.delete(range);
  if (highlight?.size === 0) CSS.highlights.delete(PREFIX + kind);
}

const users = new WeakMap(); // document or shadow root -> how many texts in it are painted

/** Gives a document or shadow root the style of the highlights; returns what takes it away. */
export function adoptStyle(root) {
  const sheet = sheetOf(style);
  if (!users.get(root)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  users.set(root, (users.get(root) ?? 0) + 1);
  return () => {
    users.set(root, users.get(root) - 1);
    if (!users.get(root)) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}

// A quotation lies under the names in it.
function newHighlight(kind) {
  const highlight = new Highlight();
  highlight.priority = kinds.get(kind).family === 'quote' ? 0 : 1;
  return highlight;
}
