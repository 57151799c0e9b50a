// What a case expects, set against what was found. Both sides are written in
// the notation of the case files, so that a difference reads like one.
import assert from 'node:assert/strict';

const NAMES = ['person', 'organization', 'place', 'group', 'event', 'work', 'product', 'law'];
const RULES = ['money', 'percent', 'quantity', 'email', 'url', 'handle'];
const DATES = ['date', 'time', 'duration', 'set'];
const MARKED = ['direct', 'mixed'];
const QUOTES = [...MARKED, 'indirect'];

/** The kinds that must be complete once one of them is expected. */
const GROUPS = [DATES, MARKED, ['block'], ['sentence'], ['warning']];
/** What "none" speaks of, by the file's name. */
const FAMILIES = { names: NAMES, rules: RULES, dates: DATES, quotes: MARKED };

/**
 * Fails if a result is not what the case expects.
 * @param {() => { tokens: string[], sentences: string[] }} segments of the text
 */
export function expectCase({ file, family, options, text, expected }, result, segments) {
  const found = new Found(text, result, segments);
  const kinds = new Set(expected.map(({ kind }) => kind));
  for (const kind of options.complete ?? []) kinds.add(kind);
  const none = kinds.delete('none') ? [...(FAMILIES[family] ?? []), ...(file.startsWith('quotes-indirect') ? ['indirect'] : [])] : [];
  for (const group of [...GROUPS, none]) if (group === none || group.some((kind) => kinds.has(kind))) for (const kind of group) kinds.add(kind);
  for (const { rest } of expected.filter(({ kind }) => kind === 'no')) for (const kind of rest.split(/[, ]+/)) kinds.add(kind);
  kinds.delete('no');
  checkSome(expected, kinds, found);
  const wanted = expected.filter(({ kind }) => kinds.has(kind));
  for (const group of [DATES, QUOTES]) compareInOrder(wanted, kinds, group, found);
  for (const kind of kinds) if (!DATES.includes(kind) && !QUOTES.includes(kind)) compareInOrder(wanted, kinds, [kind], found);
}

function compareInOrder(wanted, kinds, group, found) {
  const here = group.filter((kind) => kinds.has(kind));
  if (here.length === 0) return;
  const expected = wanted.filter(({ kind }) => here.includes(kind)).map(({ kind, rest }) => line(kind, rest));
  assert.deepEqual(found.lines(here).map((text, index) => (group === DATES ? asFull(text, expected[index]) : text)), expected);
}

// A date's "mod=start" and the like are compared where the case names one.
function asFull(text, expected = '') {
  return / {2}\w+=/.test(expected) ? text : text.split('  ').slice(0, 3).join('  ');
}

// The spaces behind a kind are for the eye; "- -" is short for "[-] -".
function line(kind, rest) {
  const text = rest.trimStart();
  if (!QUOTES.includes(kind)) return `${kind}  ${text}`;
  return `${kind}  ${text.startsWith('- ') ? `[-] ${text.slice(2)}` : text}`;
}

// Lines that speak of one thing and not of all of its kind.
function checkSome(expected, kinds, found) {
  const some = new Map([['token', found.tokens], ['entity', found.entities], ['role', found.roles], ['house', found.houses], ['where', found.places], ['form', found.forms]]);
  for (const [kind, list] of some) {
    if (!kinds.delete(kind)) continue;
    let from = 0;
    const actual = list.call(found);
    for (const { rest } of expected.filter((one) => one.kind === kind)) {
      const at = actual.indexOf(rest.trim(), kind === 'token' ? from : 0);
      assert.ok(at >= 0, `no ${kind} "${rest.trim()}" among: ${actual.join(' | ')}`);
      from = at + 1;
    }
  }
}

class Found {
  constructor(text, result, segments) {
    Object.assign(this, { text, result, segments });
  }

  lines(kinds) {
    const [kind] = kinds;
    if (DATES.includes(kind)) return this.result.dates.filter(({ type }) => kinds.includes(type)).map(dateLine);
    if (QUOTES.includes(kind)) return this.result.quotes.filter(({ type }) => kinds.includes(type)).map((quote) => this.quoteLine(quote));
    if (NAMES.includes(kind) || RULES.includes(kind)) return this.names(kind);
    if (kind === 'block') return this.result.blocks.map(({ role, start, end }) => `block  ${role}  ${oneLine(this.text.slice(start, end))}`);
    if (kind === 'sentence') return this.segments().sentences.map((words) => `sentence  ${oneLine(words)}`);
    if (kind === 'tokens') return [`tokens  ${this.segments().tokens.join(' ')}`];
    if (kind === 'reference') return [`reference  ${[this.result.reference.date ?? 'none', this.result.reference.source].filter(Boolean).join(' ')}`];
    if (kind === 'warning') return (this.result.warnings ?? []).map((words) => `warning  ${words}`);
    throw new Error(`a case cannot expect "${kind}"`);
  }

  // Names as they are, in short, and as acronyms; "entity" lines hold the other forms, too.
  names(kind) {
    return this.result.mentions.filter(({ type, form }) => type === kind && form !== 'nominal' && form !== 'pronoun')
      .map(({ text }) => `${kind}  ${oneLine(text)}`);
  }

  quoteLine({ type, speaker, cue, spans }) {
    const pieces = spans.map(([start, end]) => oneLine(this.text.slice(start, end)));
    return `${type}  [${speaker ? oneLine(speaker.name) : '-'}] ${cue ? oneLine(cue.text) : '-'}  ${pieces.join(' ... ')}`;
  }

  tokens() {
    return this.segments().tokens;
  }

  entities() {
    const { entities, mentions } = this.result;
    return entities.map((entity) => `${entity.name}: ${entity.mentions.map((index) => oneLine(mentions[index].text)).join(', ')}`);
  }

  roles() {
    return this.result.entities.filter(({ role }) => role).map(({ name, role }) => `${name}: ${role}`);
  }

  places() {
    return this.result.entities.filter(({ type }) => type === 'place').map(({ name, country, geonames }) => `${name}: ${[country ?? '-', geonames].filter(Boolean).join(' ')}`);
  }

  houses() {
    return this.result.entities.filter(({ house }) => house).map(({ name, house }) => `${name}: ${house}`);
  }

  forms() {
    return this.result.mentions.map(({ form, text }) => `${form}  ${oneLine(text)}`);
  }
}

function dateLine({ type, value, text, mod, quant, freq, alternatives }) {
  const more = Object.entries({ mod, quant, freq, or: alternatives?.[1] }).filter(([, said]) => said).map(([key, said]) => `${key}=${said}`);
  return [type, value, oneLine(text), ...(more.length ? [more.join(' ')] : [])].join('  ');
}

function oneLine(words) {
  return words.replace(/[\r\n]+\s*/g, ' ');
}
