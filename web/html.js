// A result as HTML to put into a page: escaped, with classes and data
// attributes only, so that a strict Content-Security-Policy takes it. The style
// is the site's.
import { classesOf, isPart, layOut } from './marks.js';

const TAG = { headline: 'h1', furniture: 'aside' };
const ESCAPE = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** @returns {string} an <article> with the whole text in it */
export function toHTML(text, result) {
  const blocks = layOut(text, result).map((block) => `${htmlOfBlock(block)}\n`);
  return `<article class="bluepencil" lang="${escape(result.language)}">\n${blocks.join('')}</article>\n`;
}

function htmlOfBlock({ role, children }) {
  const tag = TAG[role] ?? 'p';
  return `<${tag} class="bp-${role}">${htmlOf(children)}</${tag}>`;
}

function htmlOf(nodes) {
  return nodes.map((node) => (typeof node === 'string' ? escape(node).replace(/\r\n|[\n\r]/g, '<br>') : htmlOfMark(node))).join('');
}

function htmlOfMark({ mark, children }) {
  const tag = isPart(mark) ? 'span' : 'mark';
  return `<${tag} class="${classesOf(mark)}"${data(mark)}>${htmlOf(children)}</${tag}>`;
}

function data({ family, record, index }) {
  const known = family === 'mention' ? { entity: record.entity }
    : family === 'date' ? { value: record.value, earliest: record.earliest, latest: record.latest }
      : family === 'quote' ? { quote: index, speaker: record.speaker?.name, entity: record.speaker?.entity }
        : { quote: index };
  return Object.entries(known).filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => ` data-${name}="${escape(String(value))}"`).join('');
}

function escape(text) {
  return text.replace(/[&<>"]/g, (character) => ESCAPE[character]);
}
