// A result as a table for a spreadsheet, one line a mark.
import { csvOf } from './csv-cells.js';
import { speechesOf } from './speakers.js';

const COLUMNS = ['kind', 'type', 'start', 'end', 'text', 'name', 'value', 'entity', 'speaker', 'role', 'words', 'share', 'cue',
  'score', 'why'];

/** @returns {string} a heading and a line for every mention, date and quotation, in order of the text */
export function toCSV(result) {
  const entities = new Map(result.entities.map((entity) => [entity.id, entity]));
  const speeches = speechesOf(result);
  const rows = [
    ...result.mentions.map((mention) => ({ ...mention, kind: 'mention', name: entities.get(mention.entity)?.name })),
    ...result.dates.map((date) => ({ ...date, kind: 'date' })),
    ...result.quotes.map((quote, index) => ({ ...quote, kind: 'quote', entity: quote.speaker?.entity, ...speeches[index], cue: quote.cue?.text })),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  return csvOf([COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column]))]);
}
