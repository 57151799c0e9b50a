// Copying and saving what is on the paper.
import { toHTML } from '../html.js';
import { toICS } from '../ics.js';
import { markStyle } from '../mark-style.js';
import { toSpeakersCSV } from '../speakers.js';

// A table begins with a byte-order mark: without it Excel reads UTF-8 as something else.
const FORMATS = {
  json: { name: 'JSON', file: 'article.json', type: 'application/json', write: ({ result }) => jsonOf(result) },
  html: { name: 'HTML', file: 'article.html', type: 'text/html', write: ({ text, result }) => pageOf(text, result), copy: ({ text, result }) => toHTML(text, result) },
  speakers: { name: 'CSV', file: 'speakers.csv', type: 'text/csv', write: ({ result }) => `\ufeff${toSpeakersCSV(result)}` },
  dates: { name: 'calendar', file: 'dates.ics', type: 'text/calendar', write: ({ text, result }) => toICS(text, result) },
};

/**
 * @param {() => { text: string, result: object } | null} shown
 * @param {{ say(words: string): void, refuse(error: Error): void }} status
 */
export function followExports(shown, status) {
  for (const button of document.querySelectorAll('[data-export]')) {
    const [way, format] = button.dataset.export.split(' ');
    button.addEventListener('click', async () => {
      if (!shown()) return status.say('Nothing to take away yet');
      try {
        status.say(await WAYS[way](FORMATS[format], shown()));
      } catch (error) {
        status.refuse(error);
      }
    });
  }
}

const WAYS = { copy, save };

async function copy({ name, write, copy = write }, shown) {
  await navigator.clipboard.writeText(copy(shown));
  return `${name} copied`;
}

function save({ file, type, write }, shown) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([write(shown)], { type: `${type};charset=utf-8` }));
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return `Saved as ${file}`;
}

function jsonOf(result) {
  return `${JSON.stringify(result, null, 2)}\n`;
}

// A saved page stands alone, with its style in it.
function pageOf(text, result) {
  const style = `:root { color-scheme: light dark; }
body { max-width: 40rem; margin: 3rem auto; padding: 0 1rem; font: 1.1rem/1.7 Georgia, serif; }
aside { font-size: 0.85em; margin: 0 0 1em; }
${markStyle}`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Marked article</title>
<style>
${style}</style>
${toHTML(text, result)}</html>
`;
}
