// A JavaScript string may hold half a surrogate pair, which UTF-8 cannot say:
// the engine reads U+FFFD there. Offsets stay right (one unit either way), but
// the words that a result repeats must be those of the caller's text.
import { recount } from './offsets.js';

/** Mends `result` in place. Bytes that the caller counts in UTF-8 are of the repaired text, and so are their words. */
export function restoreWords(text, result) {
  if (result.offsets === 'utf-8') return;
  const units = recount(text, result, 'utf-16');
  const restored = new Map();
  const restore = (record, place) => {
    if (!record) return;
    const words = text.slice(place.start, place.end);
    if (!restored.has(record.text)) restored.set(record.text, words);
    record.text = words;
  };
  for (const list of ['mentions', 'dates', 'quotes']) result[list].forEach((record, i) => restore(record, units[list][i]));
  result.quotes.forEach((quote, i) => {
    restore(quote.speaker, units.quotes[i].speaker);
    restore(quote.cue, units.quotes[i].cue);
  });
  restoreNames(result, restored);
}

function restoreNames(result, restored) {
  const rename = (record) => {
    if (restored.has(record?.name)) record.name = restored.get(record.name);
  };
  result.entities.forEach(rename);
  result.quotes.forEach((quote) => rename(quote.speaker));
}
