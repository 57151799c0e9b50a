// Rich text, as copied from a site: its tags go, its paragraphs stay. It is
// read in a document of its own, where no script runs and nothing is fetched.
import { readText } from '../dom-text.js';

// Text from a code editor comes as HTML too, one element a line; only what has
// paragraphs is worth more than its plain form.
const HAS_PARAGRAPHS = 'p, h1, h2, h3, h4, h5, h6, li, br + br, article, blockquote, td';

/**
 * @param {DataTransfer} transfer of a paste or a drop
 * @returns {string | null} null when there is no rich text in it
 */
export function textOfRich(transfer) {
  const html = transfer.getData('text/html');
  if (!html) return null;
  const page = parse(html);
  return page.querySelector(HAS_PARAGRAPHS) ? readText(page.body).text : null;
}

/** The text that a page of HTML shows. */
export function textOfHTML(html) {
  return readText(parse(html).body).text;
}

// Its styles are set aside, where readText still finds them: they would be
// refused one by one, and told of, under the page's Content-Security-Policy.
function parse(html) {
  const unstyled = html.replace(/<style\b[^]*?<\/style>/gi, '').replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, ' data-style='));
  return new DOMParser().parseFromString(unstyled, 'text/html');
}
