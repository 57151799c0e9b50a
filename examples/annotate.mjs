// Marks an article: node examples/annotate.mjs FILE [YYYY-MM-DD] [--json]
// In a project of your own: import { loadEngine } from 'bluepencil';
import { readFile } from 'node:fs/promises';
import { loadEngine } from '../build/web/index.js';

const [file, date] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
if (!file) {
  console.error('usage: node examples/annotate.mjs FILE [YYYY-MM-DD] [--json]');
  process.exit(2);
}
const engine = await loadEngine();
const result = engine.annotate(await readFile(file), { date });

if (process.argv.includes('--json')) {
  console.log(JSON.stringify(result, null, 2));
} else {
  for (const { type, name, mentions } of result.entities) console.log(`${type}\t${name}\t${mentions.length}`);
  for (const { type, text, value } of result.dates) console.log(`${type}\t${text}\t${value}`);
  for (const { type, text, speaker } of result.quotes) console.log(`${type}\t${speaker?.name ?? '?'}\t${text}`);
}
