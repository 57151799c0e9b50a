// The text of a piece of a page, as a reader sees it: paragraphs apart, a line
// for each <br>, what is not shown left out. The pieces tell where every stretch
// of it stands in the DOM.
const SKIP = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'HEAD', 'TITLE', 'TEXTAREA', 'SELECT', 'SVG', 'IFRAME', 'OBJECT']);
const PARAGRAPHS = new Set(['P', 'DIV', 'ARTICLE', 'SECTION', 'HEADER', 'FOOTER', 'MAIN', 'ASIDE', 'NAV', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6',
  'BLOCKQUOTE', 'FIGURE', 'FIGCAPTION', 'UL', 'OL', 'DL', 'TABLE', 'FORM', 'FIELDSET', 'ADDRESS', 'DETAILS', 'SUMMARY', 'PRE', 'HR', 'BODY']);
const LINES = new Set(['LI', 'DT', 'DD', 'TR']);

/**
 * @param {Node} root
 * @returns {{ text: string, pieces: { node: Text, start: number, from: number, length: number }[] }}
 *   piece: `length` units at `start` of the text are those at `from` of the node
 */
export function readText(root) {
  const reader = { text: '', pieces: [], gap: '', preserved: false };
  readNode(root, reader);
  return { text: reader.text, pieces: reader.pieces };
}

function readNode(node, reader) {
  if (node.nodeType === Node.TEXT_NODE) return readWords(node, reader);
  const name = node.nodeName.toUpperCase();
  if (SKIP.has(name)) return;
  if (name === 'BR') return widen(reader, reader.gap.startsWith('\n') ? '\n\n' : '\n');
  const { display = '', whiteSpace = '' } = styleOf(node);
  if (display === 'none') return;
  if (name === 'TD' || name === 'TH') widen(reader, ' ');
  const gap = PARAGRAPHS.has(name) || /^(block|flex|grid)/.test(display) ? '\n\n' : LINES.has(name) ? '\n' : '';
  const outside = reader.preserved;
  reader.preserved = whiteSpace ? /^(pre|break-spaces)/.test(whiteSpace) : name === 'PRE' || outside;
  widen(reader, gap);
  for (const child of node.childNodes) readNode(child, reader);
  widen(reader, gap);
  reader.preserved = outside;
}

// A page that is not shown (one that was pasted) has only its own attributes.
function styleOf(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return {};
  if (node.isConnected && node.ownerDocument.defaultView) return getComputedStyle(node);
  const style = node.getAttribute('style') ?? node.dataset?.style ?? '';
  const value = (property) => new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([a-z-]+)`, 'i').exec(style)?.[1];
  return { display: node.hidden ? 'none' : value('display'), whiteSpace: value('white-space') };
}

// The widest of the gaps between two stretches of words counts.
function widen(reader, gap) {
  if (WIDTH[gap] > WIDTH[reader.gap]) reader.gap = gap;
}

const WIDTH = { '': 0, ' ': 1, '\n': 2, '\n\n': 3 };

// Runs of white space are one space, as the page shows them, unless it keeps
// them: so a node may give several pieces.
function readWords(node, reader) {
  const pattern = reader.preserved ? /[^]+/g : /[^ \t\n\r\f]+/g;
  let end = 0;
  for (const match of node.data.matchAll(pattern)) {
    if (match.index > end) widen(reader, ' ');
    end = match.index + match[0].length;
    put(reader, node, match.index, match[0]);
  }
  if (node.data.length > end) widen(reader, ' ');
}

function put(reader, node, from, words) {
  if (reader.text) reader.text += reader.gap;
  reader.gap = '';
  const last = reader.pieces.at(-1);
  const start = reader.text.length;
  reader.text += words;
  if (last?.node === node && last.from + last.length + 1 === from && last.start + last.length + 1 === start) last.length += words.length + 1;
  else reader.pieces.push({ node, start, from, length: words.length });
}

/** @returns {Range | null} the stretch from `start` to `end` of the text, as it stands in the DOM */
export function rangeOf(pieces, start, end) {
  const first = pieceAt(pieces, start), last = pieceAt(pieces, end - 1);
  if (!first || !last) return null;
  const range = new Range();
  range.setStart(first.node, first.from + start - first.start);
  range.setEnd(last.node, last.from + end - last.start);
  return range;
}

function pieceAt(pieces, place) {
  let low = 0, high = pieces.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1, piece = pieces[middle];
    if (place < piece.start) high = middle - 1;
    else if (place >= piece.start + piece.length) low = middle + 1;
    else return piece;
  }
  return null;
}
