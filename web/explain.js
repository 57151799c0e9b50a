// What is to be said of one mark: what it is, what it stands for, who is
// speaking, and why the engine thinks so.
import { kinds } from './kinds.js';
import { sayDate } from './date-words.js';
import { isNamed } from './marks.js';

/**
 * @param mark of marksOf
 * @param result the result that it came from
 * @returns {{ kind: string, label: string, title: string, rows: [string, string][] }}
 */
export function explain(mark, result) {
  const { title, rows } = EXPLAIN[mark.family](mark.record, result);
  return {
    kind: mark.kind,
    label: kinds.get(mark.kind).name,
    title,
    rows: [...rows, ['Why', reason(mark.record)]].filter(([, words]) => words),
  };
}

const EXPLAIN = { mention: explainMention, date: explainDate, quote: explainQuote };

function explainMention(mention, result) {
  const entity = result.entities.find(({ id }) => id === mention.entity);
  const times = entity.mentions.filter((index) => isNamed(result.mentions[index])).length;
  return {
    title: entity.name,
    rows: [
      ['Role', entity.role],
      ['Named', times > 1 ? `${times} times in this text` : 'once in this text'],
      ['Here as', mention.form === 'name' ? '' : FORMS[mention.form]],
      ['Place', sayPlace(entity)],
      ['House id', entity.house],
    ],
  };
}

const FORMS = { short: 'a short form', acronym: 'an acronym' };

function sayPlace({ country, latitude, longitude }) {
  const position = latitude === undefined ? '' : `${latitude.toFixed(2)}, ${longitude.toFixed(2)}`;
  return [country, position].filter(Boolean).join(' \u00b7 ');
}

function explainDate(date) {
  const days = date.earliest && date.latest && date.earliest !== date.latest ? `${date.earliest} to ${date.latest}` : '';
  return { title: sayDate(date), rows: [['Value', date.value], ['Days', days], ['Modifier', date.mod]] };
}

function explainQuote(quote) {
  const { speaker, cue } = quote;
  return {
    title: speaker ? `Said by ${speaker.name}` : 'No speaker found',
    rows: [
      ['In the text', speaker && speaker.text !== speaker.name ? speaker.text : ''],
      ['Cue', cue?.text],
      ['Pieces', quote.spans.length > 1 ? String(quote.spans.length) : ''],
    ],
  };
}

function reason({ why, score }) {
  const sure = score === undefined ? '' : `${Math.round(score * 100)} % sure`;
  return [why, sure].filter(Boolean).join(', ');
}
