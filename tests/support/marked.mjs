// A marked article (src/english/articles, tests/articles) as text and spans: its
// blocks, names, and quotations with their pieces, source and cue. Offsets are
// UTF-16 units into `text`, whose blocks stand with an empty line between them.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

const BLOCKS = new Set(['headline', 'standfirst', 'byline', 'caption', 'p', 'furniture']);
const NAMES = new Set(['person', 'organization', 'place', 'group', 'event', 'work', 'product', 'law']);
const ENTITY = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const PART = /<!--[^]*?-->|<(\/?)([a-z]+)((?:\s+[a-z]+="[^"]*")*)\s*>|([^<]+)/g;

const decode = (words) => words.replace(/&(amp|lt|gt|quot|apos);/g, (_, name) => ENTITY[name]);
const attributesOf = (words) => Object.fromEntries([...words.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, name, value]) => [name, decode(value)]));

/**
 * @param {string} xml
 * @returns {{ text: string, blocks: object[], names: object[], quotes: object[] }}
 *   a quote is { id, type, speaker, pieces: span[], source?: span, cue?: span }
 */
export function readMarked(xml) {
  let text = '';
  let inBlock = false;
  const open = [];
  const [blocks, names, links] = [[], [], []];
  const quotes = new Map();
  const close = (tag) => {
    const { start, attributes } = open.pop();
    const span = { start, end: text.trimEnd().length, tag, ...attributes };
    while (/\s/.test(text[span.start] ?? '') && span.start < span.end) span.start++;
    if (BLOCKS.has(tag)) { blocks.push(span); inBlock = false; text = `${text.trimEnd()}\n\n`; }
    else if (NAMES.has(tag)) names.push(span);
    else if (tag === 'quote') quotes.get(attributes.id).pieces.push(span);
    else if (tag === 'source' || tag === 'cue') links.push(span);
  };
  for (const [, closing, tag, attributes, words] of xml.matchAll(PART)) {
    if (words !== undefined) {
      if (!inBlock) continue;
      const flat = decode(words).replace(/[ \t\r\n]+/g, ' ');
      text += /\s$/.test(text) || text === '' ? flat.trimStart() : flat;
    } else if (closing) close(tag);
    else if (tag) {
      if (BLOCKS.has(tag)) inBlock = true;
      const given = attributesOf(attributes);
      if (tag === 'quote' && !quotes.has(given.id)) quotes.set(given.id, { ...given, pieces: [] });
      open.push({ start: text.length, attributes: given });
    }
  }
  for (const { tag, of, start, end } of links) for (const id of of.split(/\s+/)) quotes.get(id)[tag] ??= { start, end };
  return { text, blocks, names, quotes: [...quotes.values()] };
}

/** @param {string} folder @returns {object[]} its articles, each with its id */
export const readFolder = (folder) => readdirSync(folder).filter((name) => name.endsWith('.xml')).sort()
  .map((name) => ({ id: basename(name, '.xml'), ...readMarked(readFileSync(join(folder, name), 'utf8')) }));
