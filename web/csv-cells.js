// Lines of a table for a spreadsheet (RFC 4180). The words are as the article
// has them; a program that runs what begins with "=" or "@" as a formula must be
// told that the columns are text.

/** @param {unknown[][]} rows @returns {string} */
export function csvOf(rows) {
  return rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

function cell(value) {
  const written = String(value ?? '');
  return /[",\r\n]/.test(written) ? `"${written.replaceAll('"', '""')}"` : written;
}

/** A name that runs over the end of a line is the same name. */
export function oneLine(words = '') {
  return words.replace(/[\t-\r ]+/g, ' ').replace(/^ /, '');
}
