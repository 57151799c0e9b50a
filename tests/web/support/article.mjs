// The plain text of an article that is marked in src/english/articles: its
// blocks with an empty line between, tags gone, a line break inside a block a
// space. `node tests/web/support/article.mjs FILE` prints it.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const BLOCK = /<(headline|standfirst|byline|caption|p|furniture)>([^]*?)<\/\1>/g;
const ENTITY = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export const sampleSource = fileURLToPath(new URL('../../../src/english/articles/n1117-tickbus.xml', import.meta.url));

/** @param {string} xml @returns {string} the text, with a line end after the last block */
export function plainText(xml) {
  const blocks = [...xml.matchAll(BLOCK)].map(([, , inside]) => inside
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name) => ENTITY[name])
    .replace(/[ \t\r\n]+/g, ' ').trim());
  return `${blocks.join('\n\n')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(plainText(readFileSync(process.argv[2], 'utf8')));
