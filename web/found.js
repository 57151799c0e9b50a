// What a result holds, in a few words.
import { isNamed } from './marks.js';

/** @returns {string} "34 names, 17 dates, 7 quotations" */
export function sayFound({ mentions, dates, quotes }) {
  const count = ({ length }, one, many) => `${length.toLocaleString('en')} ${length === 1 ? one : many}`;
  return [count(mentions.filter(isNamed), 'name', 'names'), count(dates, 'date', 'dates'), count(quotes, 'quotation', 'quotations')].join(', ');
}
