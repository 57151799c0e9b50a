// What a caller writes, made into what the engine reads. The engine itself
// refuses unknown options and wrong values and names them; here only that which
// JSON would lose on the way is looked at.
import { AnnotateError } from './error.js';

/** @returns {{ request: object, house: object | null | undefined }} house undefined: the engine's own */
export function readOptions(options = {}) {
  if (options === null || typeof options !== 'object' || Array.isArray(options)) {
    throw new AnnotateError('options', 'The options must be an object');
  }
  const { house, ...request } = options;
  for (const [name, value] of Object.entries(request)) refuseUnwritable(name, value);
  if (request.date instanceof Date) request.date = hasZone(request) ? moment(request.date) : calendarDay(request.date);
  return { request, house };
}

/** @returns {string} a settings object as JSON, refusing what has no JSON */
export function writeHouse(house) {
  if (house === null) return 'null';
  refuseUnwritable('house', house);
  try {
    return JSON.stringify(house);
  } catch (cause) {
    throw new AnnotateError('options', `The option "house" cannot be written as JSON: ${cause.message}`, null, { cause });
  }
}

/** @param text anything; returns it when it is a text */
export function readText(text) {
  if (typeof text === 'string' || text instanceof Uint8Array) return text;
  throw new AnnotateError('options', 'The text must be a string, or a Uint8Array of UTF-8');
}

function refuseUnwritable(name, value) {
  if (!['function', 'symbol', 'bigint'].includes(typeof value)) return;
  throw new AnnotateError('options', `The option "${name}" cannot be a ${typeof value}`);
}

// With a zone a Date is a moment, whose day the engine takes in that zone.
const hasZone = ({ zone }) => zone !== undefined && zone !== null && zone !== '';

function moment(date) {
  if (Number.isNaN(date.getTime())) throw new AnnotateError('options', 'The option "date" is not a valid date');
  return date.toISOString();
}

// The day on the caller's own calendar: a Date made from local parts keeps it.
function calendarDay(date) {
  if (Number.isNaN(date.getTime())) throw new AnnotateError('options', 'The option "date" is not a valid date');
  const digits = (number, width) => String(number).padStart(width, '0');
  return `${digits(date.getFullYear(), 4)}-${digits(date.getMonth() + 1, 2)}-${digits(date.getDate(), 2)}`;
}
