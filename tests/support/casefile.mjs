// Case files: tests/cases/*.txt, prose that is run. See tests/README.md.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../web/support/build.mjs';

const OPTION = /^(date|zone|day-first|types|house|furniture|offsets|max-bytes|complete|known): *(.*)$/;

const read = {
  date: (value) => value,
  zone: (value) => value,
  'day-first': (value) => value === 'true',
  types: (value) => value.split(/[, ]+/),
  house: (value) => JSON.parse(value),
  furniture: (value) => value === 'true',
  offsets: (value) => value,
  'max-bytes': Number,
  complete: (value) => value.split(/[, ]+/),
  known: (value) => value,
};

/** Every case of every file: { file, family, heading, line, options, text, expected: [{ kind, rest, line }] } */
export function readCases(folder = join(root, 'tests/cases')) {
  return readdirSync(folder).filter((name) => name.endsWith('.txt')).sort()
    .flatMap((name) => casesOf(name, readFileSync(join(folder, name), 'utf8')));
}

export function casesOf(file, source) {
  const lines = source.split('\n');
  const starts = lines.flatMap((line, index) => (line.startsWith('## ') ? [index] : []));
  const shared = optionsOf(file, lines, 0, starts[0] ?? lines.length).options;
  return starts.map((start, index) => caseOf(file, lines, start, starts[index + 1] ?? lines.length, shared));
}

function caseOf(file, lines, start, end, shared) {
  const heading = lines[start].slice(3).trim();
  const own = optionsOf(file, lines, start + 1, end, true);
  const rule = lines.indexOf('---', own.next);
  if (rule < 0 || rule >= end) throw new Error(`${file}:${start + 1}: "${heading}" has no line "---"`);
  const expected = [];
  for (let index = rule + 1; index < end; index++) {
    if (lines[index].trim() === '') continue;
    const [, kind, rest] = /^(\S+)(?: +(.*))?$/.exec(lines[index]) ?? [];
    if (!kind) throw new Error(`${file}:${index + 1}: what is expected begins with a kind`);
    expected.push({ kind, rest: unescape(rest ?? ''), line: index + 1 });
  }
  if (expected.length === 0) throw new Error(`${file}:${start + 1}: "${heading}" expects nothing`);
  const text = lines.slice(own.next, rule).join('\n').replace(/^\n+|\n+$/g, '');
  return { file, family: file.split('-')[0], heading, line: start + 1, options: { ...shared, ...own.options }, text: textOf(text), expected };
}

// Options stand directly below a heading; those above the first heading hold for the whole file.
function optionsOf(file, lines, from, end, stop = false) {
  const options = {};
  let next = from;
  for (; next < end; next++) {
    const [, name, value] = OPTION.exec(lines[next]) ?? [];
    if (!name && stop) break;
    if (!name) continue;
    try {
      options[name] = read[name](unescape(value));
    } catch (cause) {
      throw new Error(`${file}:${next + 1}: ${name}: ${cause.message}`);
    }
  }
  return { options, next };
}

/** "\u{200B}" for what cannot be seen. */
export function unescape(written) {
  return written.replace(/\\u\{([0-9A-Fa-f]+)\}/g, (_, digits) => String.fromCodePoint(parseInt(digits, 16)));
}

// "\x{FF}" is a byte, whatever it breaks: then the text is a Buffer.
function textOf(written) {
  if (!/\\x\{/.test(written)) return unescape(written);
  const parts = written.split(/(\\x\{[0-9A-Fa-f]{2}\})/);
  return Buffer.concat(parts.map((part) => (part.startsWith('\\x{') ? Buffer.from([parseInt(part.slice(3, 5), 16)]) : Buffer.from(unescape(part)))));
}
