// The sentences of a paragraph, as far as a reader of a calendar needs them: a
// full stop, question or exclamation mark before a capital or a figure, but not
// after an initial or an abbreviation. The engine's own sentences, which know
// more, are no part of a result.
const ENDS = /[.!?\u2026]["'\u201d\u2019\u00bb)\]]*$/u;
const BEGINS = /^["'\u201c\u2018\u00ab([]*[\p{Lu}\p{N}]/u;
const ABBREVIATED = /^["'\u201c\u2018(]*(?:(?:\p{Lu}\.)*\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Capt|Lt|Sgt|Rev|Hon|Sen|Rep|Gov|Nos?|vs|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.$/u;

/**
 * @param {string} text of one paragraph; takes time in proportion to it
 * @returns {[start: number, end: number][]} in UTF-16 units, without the spaces between
 */
export function sentencesOf(text) {
  const sentences = [];
  let start = -1, end = 0, ended = false;
  for (const { 0: word, index } of text.matchAll(/\S+/gu)) {
    if (ended && BEGINS.test(word)) {
      sentences.push([start, end]);
      start = -1;
    }
    if (start < 0) start = index;
    end = index + word.length;
    ended = ENDS.test(word) && !ABBREVIATED.test(word);
  }
  return start < 0 ? sentences : [...sentences, [start, end]];
}
