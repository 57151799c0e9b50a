// A result as a table for a spreadsheet, one line a mark (RFC 4180). The words
// are as the article has them; a program that runs what begins with "=" or "@"
// as a formula must be told that these columns are text.
const COLUMNS = ['kind', 'type', 'start', 'end', 'text', 'name', 'value', 'entity', 'speaker', 'cue', 'score', 'why'];

/** @returns {string} a heading and a line for every mention, date and quotation, in order of the text */
export function toCSV(result) {
  const entities = new Map(result.entities.map((entity) => [entity.id, entity]));
  const rows = [
    ...result.mentions.map((mention) => ({ ...mention, kind: 'mention', name: entities.get(mention.entity)?.name })),
    ...result.dates.map((date) => ({ ...date, kind: 'date' })),
    ...result.quotes.map((quote) => ({ ...quote, kind: 'quote', ...speechOf(quote) })),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  return [COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column]))]
    .map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

function speechOf({ speaker, cue }) {
  return { speaker: speaker?.name, entity: speaker?.entity, cue: cue?.text };
}

function cell(value) {
  const written = String(value ?? '');
  return /[",\r\n]/.test(written) ? `"${written.replaceAll('"', '""')}"` : written;
}
