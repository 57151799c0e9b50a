// Copying and saving what is on the paper.
import { toHTML } from '../html.js';
import { markStyle } from '../mark-style.js';

const TYPE = { json: 'application/json', html: 'text/html' };

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
        status.say(await WAYS[way](format, shown()));
      } catch (error) {
        status.refuse(error);
      }
    });
  }
}

const WAYS = { copy, save };

async function copy(format, { text, result }) {
  await navigator.clipboard.writeText(format === 'json' ? jsonOf(result) : toHTML(text, result));
  return `${format.toUpperCase()} copied`;
}

function save(format, { text, result }) {
  const content = format === 'json' ? jsonOf(result) : pageOf(text, result);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: `${TYPE[format]};charset=utf-8` }));
  link.download = `article.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return `Saved as article.${format}`;
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
