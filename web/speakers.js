// Who speaks, and how much of what stands in quotation marks is theirs. One
// speaker is one entity; those who are no entity ("a spokesman for the
// ministry") are one when they are named alike. src/app/speakers.c counts in the
// same way, with the same ranges.
import { csvOf, oneLine } from './csv-cells.js';
import { piecesOf } from './offsets.js';

// What stands between spaces or long dashes, and has a letter or a digit in it.
const BETWEEN = /[\t-\r \x85\xa0\u1680\u2000-\u200a\u2014\u2015\u2028\u2029\u202f\u205f\u3000]/u;
const IN_WORDS = /[0-9A-Za-z\xc0-\xd6\xd8-\xf6\xf8-\u167f\u1681-\u1fff\u2c00-\u2dff\u3040-\ud7ff\uf900-\ufdff\u{10000}-\u{1efff}\u{20000}-\u{10ffff}]/u;

/**
 * @param result of annotate
 * @returns {object[]} most words first, then in order of the text; what nobody is known to have said last
 */
export function speakersOf(result) {
  const { all, wordsOf } = countQuoted(result);
  const roles = rolesOf(result);
  const speakers = new Map();
  result.quotes.forEach((quote, index) => {
    const key = keyOf(quote.speaker);
    if (!speakers.has(key)) speakers.set(key, speakerOf(quote.speaker, roles));
    const speaker = speakers.get(key);
    speaker.quotes.push(index);
    speaker.words += wordsOf[index];
  });
  for (const speaker of speakers.values()) speaker.share = shareOf(speaker.words, all);
  return [...speakers.values()].sort((a, b) => !a.name - !b.name || b.words - a.words || a.quotes[0] - b.quotes[0]);
}

/** @returns {string} the same as a table: speaker, role, words, share */
export function toSpeakersCSV(result) {
  const rows = speakersOf(result).map(({ name, role, words, share }) => [name, role, words, share]);
  return csvOf([['speaker', 'role', 'words', 'share'], ...rows]);
}

/** For each quotation speaker, role, words and share, as cells of a table. */
export function speechesOf(result) {
  const { all, wordsOf } = countQuoted(result);
  const roles = rolesOf(result);
  return result.quotes.map(({ speaker }, index) => {
    const { name, role } = speakerOf(speaker, roles);
    return { speaker: name, role, words: wordsOf[index], share: shareOf(wordsOf[index], all) };
  });
}

function countQuoted({ quotes, offsets }) {
  const wordsOf = quotes.map((quote) => (quote.type === 'indirect' ? 0 : sum(piecesOf(quote, offsets).map(countWords))));
  return { wordsOf, all: sum(wordsOf) };
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

// In thousandths, rounded.
function shareOf(words, all) {
  return all ? Math.floor((words * 2000 + all) / (all * 2)) / 1000 : 0;
}

function rolesOf({ entities }) {
  return new Map(entities.map(({ id, role }) => [id, role]));
}

// "Officials" at the head of a sentence are the "officials" of the next.
function keyOf(speaker) {
  return speaker?.entity ?? `:${(speaker?.name ?? '').replace(/[A-Z]/g, (letter) => letter.toLowerCase())}`;
}

function speakerOf(speaker, roles) {
  const role = oneLine(roles.get(speaker?.entity));
  return { name: oneLine(speaker?.name), ...(role && { role }), ...(speaker?.entity && { entity: speaker.entity }), words: 0, share: 0, quotes: [] };
}

function countWords(text) {
  return text.split(BETWEEN).filter((run) => IN_WORDS.test(run)).length;
}
