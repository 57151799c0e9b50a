// The dated mentions of a result as a calendar (RFC 5545): an event of whole days
// for each date, with what the text says of it. The same text and result give the
// same bytes, so that a calendar that is imported again changes and doubles nothing.
import { sayDate } from './date-words.js';
import { recount } from './offsets.js';
import { sentencesOf } from './sentences.js';

const LINE = 75; // bytes of a line, its CR LF not counted (RFC 5545, 3.1)
const SUMMARY = 140; // UTF-16 units that a calendar can show
const DESCRIPTION = 1000; // of a sentence: a text need not have a full stop
const LAST_DAY = '9999-12-31'; // dates have four digits for the year (RFC 3339)

/**
 * @param {string} text
 * @param result what annotate gave for it
 * @param {{ source?: string, summary?: 'sentence' | 'words', name?: string }} [options] the address of the text, what an
 *   event is called, the name of the calendar in place of the headline
 * @returns {string} empty when no date can be drawn on a calendar, which must not be empty itself
 */
export function toICS(text, result, options = {}) {
  const counted = recount(text, result, 'utf-16');
  const events = eventsOf(text, counted);
  if (events.length === 0) return '';
  const stamp = `${compact(counted.reference.date ?? '1970-01-01')}T000000Z`;
  const name = options.name ?? headlineOf(text, counted);
  const count = new Map();
  return write([
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Bluepencil//Bluepencil//EN', 'CALSCALE:GREGORIAN',
    ...(name ? [`NAME:${escape(name)}`, `X-WR-CALNAME:${escape(name)}`] : []),
    ...events.flatMap((event) => linesOf(event, stamp, uidOf(event, options, count), options)),
    'END:VCALENDAR',
  ]);
}

// Each date that has days, and the sentence around it.
function eventsOf(text, { blocks, dates }) {
  const drawn = dates.filter(({ earliest, latest }) => earliest && latest).sort((a, b) => a.start - b.start);
  const sentences = blocks.length ? blocks.flatMap(({ start, end }) => shifted(sentencesOf(text.slice(start, end)), start)) : [];
  let at = 0;
  return drawn.map((date) => {
    while (at < sentences.length && sentences[at][1] <= date.start) at++;
    const [start, end] = sentences[at] ?? [date.start, date.end];
    const around = (room) => cut(text, { from: Math.min(start, date.start), start: date.start, end: date.end, to: Math.max(end, date.end) }, room);
    return { date, title: around(SUMMARY), sentence: around(DESCRIPTION) };
  });
}

function shifted(spans, by) {
  return spans.map(([start, end]) => [start + by, end + by]);
}

// What stands from `from` to `to`, or so much of it around start to end as there is room for.
function cut(text, { from, start, end, to }, room) {
  if (to - from <= room) return oneLine(text.slice(from, to));
  const half = Math.max(0, Math.floor((room - (end - start)) / 2));
  const left = Math.min(start - from, Math.max(half, room - (to - start)));
  const right = Math.min(to - end, Math.max(half, room - (end - from)));
  const before = left === start - from ? text.slice(from, start) : `\u2026${text.slice(start - left, start).replace(/^\S*\s*/u, '')}`;
  const after = right === to - end ? text.slice(end, to) : `${text.slice(end, end + right).replace(/\s*\S*$/u, '')}\u2026`;
  return oneLine(before + text.slice(start, end) + after);
}

function linesOf({ date, title, sentence }, stamp, uid, { source, summary }) {
  const words = oneLine(date.text);
  const called = summary === 'words' ? words : title;
  const description = [...(called === sentence ? [] : [sentence]), `\u201c${words}\u201d: ${sayDate(date)}`, date.why];
  return [
    'BEGIN:VEVENT', `UID:${uid}`, `DTSTAMP:${stamp}`, `DTSTART;VALUE=DATE:${compact(date.earliest)}`, ...endOf(date),
    `SUMMARY:${escape(called)}`, `DESCRIPTION:${escape(description.filter(Boolean).join('\n'))}`,
    ...(isAddress(source) ? [`URL:${new URL(source).href}`] : []),
    'TRANSP:TRANSPARENT', 'END:VEVENT',
  ];
}

// The day after the last one; without an end an event takes one day.
function endOf({ earliest, latest }) {
  if (latest === LAST_DAY) return earliest === latest ? [] : [`DTEND;VALUE=DATE:${compact(latest)}`];
  const day = new Date(`${latest}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return [`DTEND;VALUE=DATE:${compact(day.toISOString().slice(0, 10))}`];
}

// What an event is, in 64 bits, by FNV-1a (draft-eastlake-fnv): the same after an
// edit elsewhere in the text. Events that are all alike are numbered.
function uidOf({ date, title }, { source = '' }, count) {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode([source, title, date.text, date.value, date.earliest, date.latest].join('\0'))) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  const key = hash.toString(16).padStart(16, '0');
  count.set(key, (count.get(key) ?? 0) + 1);
  return `${key}-${count.get(key)}@bluepencil`;
}

function headlineOf(text, { blocks }) {
  const headline = blocks.find(({ role }) => role === 'headline');
  return headline ? oneLine(text.slice(headline.start, Math.min(headline.end, headline.start + DESCRIPTION))) : '';
}

function isAddress(source) {
  return source !== undefined && URL.canParse(source);
}

function compact(day) {
  return day.replaceAll('-', '');
}

function oneLine(words) {
  return words.replace(/\s+/gu, ' ').trim();
}

// No control characters, and no half of a character, which UTF-8 cannot write.
function escape(words) {
  return words.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n').replace(/\p{Cc}/gu, '').replace(/\p{Cs}/gu, '\ufffd');
}

function write(lines) {
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

// A line goes on after CR LF and a space, never within a character.
function fold(line) {
  let folded = '', bytes = 0;
  for (const character of line) {
    const size = sizeOf(character.codePointAt(0));
    if (bytes + size > LINE) {
      folded += '\r\n ';
      bytes = 1;
    }
    folded += character;
    bytes += size;
  }
  return folded;
}

function sizeOf(point) {
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}
