// The phrase suites of other projects (../shared/corpora/dates): what each
// phrase means, in their notation, against what the engine makes of it.
//
// A form is one expression of one suite. It counts as right if the words are
// the same (apart from prepositions, articles and stops at the ends) and the
// value is, as TIMEX3 or as the same days. docs/dates.md says what the reasons
// below, by which a form is out of scope, mean.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const DAY = 864e5;

/** The suites of a folder: name and forms. */
export function readSuites(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => /^(chrono|duckling|recognizers|sutime).*\.jsonl\.gz$/.test(name)).sort().map((file) => {
    const lines = gunzipSync(readFileSync(join(folder, file))).toString('utf8').split('\n').filter(Boolean);
    return { name: file.replace('.jsonl.gz', ''), dayFirst: /gb|dmy/.test(file), records: lines.map((line) => JSON.parse(line)) };
  });
}

// ---- days and values

export const number = (day) => Date.parse(`${day}T00:00:00Z`) / DAY;
export const iso = (count) => new Date(count * DAY).toISOString().slice(0, 10);

/** The number of a day; the month counts from 0 and may be out of its year. Date.UTC takes the year 99 for 1999. */
export function numberOf(year, month, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.getTime() / DAY;
}

/** The first and last day of a TIMEX3 or ISO value, by Node's calendar: [first, last], or null. */
export function daysOf(value) {
  const text = String(value ?? '').replace(/[T ].*$/, '');
  const months = (year, month, count) => [numberOf(year, month, 1), numberOf(year, month + count, 1) - 1];
  let found;
  const match = (pattern) => (found = pattern.exec(text)?.map((part) => (/^\d+$/.test(part) ? Number(part) : part)));
  if (match(/^(\d{4})-(\d\d)-(\d\d)$/)) return Number.isNaN(number(text)) || iso(number(text)) !== text ? null : [number(text), number(text)];
  if (match(/^(\d{4})-(\d\d)$/)) return found[2] >= 1 && found[2] <= 12 ? months(found[1], found[2] - 1, 1) : null;
  if (match(/^(\d{4})$/)) return months(found[1], 0, 12);
  if (match(/^(\d{3})X?$/)) return months(10 * found[1], 0, 120);
  if (match(/^(\d\d)$/)) return months(100 * found[1], 0, 1200);
  if (match(/^(\d{4})-Q([1-4])$/)) return months(found[1], 3 * found[2] - 3, 3);
  if (match(/^(\d{4})-H([12])$/)) return months(found[1], 6 * found[2] - 6, 6);
  if (match(/^(\d{4})-(SP|SU|FA|WI)$/)) return months(found[1], 2 + 3 * ['SP', 'SU', 'FA', 'WI'].indexOf(found[2]), 3);
  if (!match(/^(\d{4})-W(\d\d?)(?:-(WE|[1-7]))?$/)) return null;
  const fourth = numberOf(found[1], 0, 4); // it lies in the first week
  const monday = fourth - ((new Date(fourth * DAY).getUTCDay() + 6) % 7) + 7 * (found[2] - 1);
  const thursday = new Date((monday + 3) * DAY);
  if (thursday.getUTCFullYear() !== found[1]) return null;
  if (found[3] === 'WE') return [monday + 5, monday + 6];
  return found[3] ? [monday + found[3] - 1, monday + found[3] - 1] : [monday, monday + 6];
}

const SECONDS = { Y: 31536000, M: 2592000, W: 604800, D: 86400, DE: 315360000, E: 315360000, C: 3153600000, Q: 7776000, WE: 172800 };
const OF_DAY = { H: 3600, M: 60, S: 1 };

/** The seconds of "P1Y6M", "PT2H"; NaN for "PXD" and what is none. */
function lengthOf(value) {
  const [, date = '', time = ''] = /^P([^T]*)(?:T(.*))?$/.exec(value ?? '') ?? [];
  let sum = date || time ? 0 : NaN;
  for (const [, count, unit] of date.matchAll(/([\d.]+|X)(DE|WE|[A-Z])/g)) sum += Number(count) * SECONDS[unit];
  for (const [, count, unit] of time.matchAll(/([\d.]+|X)([A-Z])/g)) sum += Number(count) * OF_DAY[unit];
  return sum;
}

const clock = (value) => /T(\d\d)(?::?(\d\d))?(?::(\d\d))?/.exec(value ?? '')?.slice(1).map((part) => part ?? '00').join(':').replace(/:00$/, '');
const PART = { MO: [0, 12], AF: [12, 19], EV: [16, 24], NI: [18, 30] };

/** Everything that the suite accepts for a form. */
function accepted(gold) {
  const unwrap = (value) => String(value).replace(' ', 'T');
  const range = /^\(([^,]*),([^,]*),/.exec(gold.timex ?? '');
  return [gold.value, gold.alt_value, gold.timex, ...(gold.resolutions ?? []), ...(range ? [`${range[1]}/${range[2]}`] : [])].filter(Boolean).map(unwrap).map(asTimex);
}

// Other notations of the same: fiscal and school years, years before the era (the year 0 is 1 BC), centuries, weekends.
function asTimex(value) {
  const before = /^-(\d{4})$/.exec(value), century = /^-?(\d\d)XX$/.exec(value), day = /^-(\d+)(-\d\d-\d\d)$/.exec(value);
  if (before) return `BC${String(Number(before[1]) + 1).padStart(4, '0')}`;
  if (day) return `BC${day[1].padStart(4, '0')}${day[2]}`; // chrono counts no year 0
  if (century) return value.startsWith('-') ? `BC${century[1]}` : century[1];
  return value.replace(/^[FS]Y(?=\d{4}$)/, '').replace(/^P1W([ED])$/, 'XXXX-WXX-W$1');
}

const zoned = (value) => /T\d\d.*(Z|[+-]\d\d:?\d\d)$/.test(value);
const moment = (value, reference) => Date.parse(`${value.startsWith('T') ? reference : ''}${value.replace(/(T\d\d)(?=$|Z|[+-])/, '$1:00').replace('24:00', '23:59').replace(/([+-]\d\d)(\d\d)$/, '$1:$2')}`);

function sameTime(ours, value, reference, zone) {
  const own = midnight(ours.value), other = midnight(value) + (zoned(ours.value) && !zoned(value) ? zone : '');
  if (zoned(own) || zoned(other)) {
    if (!zoned(other)) return clock(own) === clock(other) && sameDay(own, other, reference);
    return moment(zoned(own) ? own : `${own}Z`, reference) === moment(other, reference);
  }
  const part = /T(MO|AF|EV|NI)$/.exec(own)?.[1];
  if (!part) return clock(own) === clock(other) && sameDay(own, other, reference);
  if (new RegExp(`T${part}$`).test(other)) return sameDay(own, other, reference);
  const [from, to] = other.split('/');
  const hour = Number(clock(from)?.slice(0, 2));
  return to !== undefined && hour >= PART[part][0] && hour <= PART[part][1] && sameDay(own, from, reference);
}

// 24:00 is the next day's 00:00.
function midnight(value) {
  const [day] = value.split('T');
  if (!value.includes('T24:00') || !daysOf(day)) return value.replace('T24:00', 'T00:00');
  return value.replace(`${day}T24:00`, `${iso(daysOf(day)[0] + 1)}T00:00`);
}

function sameDay(own, value, reference) {
  if (/^(T|XXXX)/.test(value) || /^(T|XXXX)/.test(own)) return true;
  return daysOf(value)?.[0] === daysOf(own)?.[0];
}

// Suites cut "two weeks ago" to a day, seasons by the sun, and end a range before or on the first day of its last part.
function sameDays(ours, value, words) {
  if (!ours.earliest) return false;
  const [from, to] = value.split('/');
  const own = [number(ours.earliest), number(ours.latest)];
  const first = daysOf(from), last = to ? daysOf(to) : first;
  if (to !== undefined && (!from || !to)) return [own[0], own[1] + 1].includes(daysOf(from || to)?.[0]);
  if (!first || !last) return false;
  if (/-(SP|SU|FA|WI)$/.test(ours.value)) return Math.abs(own[0] - first[0]) < 25 && Math.abs(own[1] - last[1]) < 25;
  if (own[0] === first[0] && (own[1] === last[1] || (to !== undefined && own[1] === last[0] - 1))) return true;
  if (ours.value.includes('/')) {
    const until = daysOf(ours.value.split('/')[1]);
    return own[0] === first[0] && Boolean(until) && (until[0] === last[0] || until[1] === last[0]);
  }
  return OF_GRAIN.test(words) && own[0] <= first[0] && first[0] <= own[1] && first[1] <= own[1];
}

// The value's grain is the unit's.
const OF_GRAIN = /\b(?:weeks?|fortnights?|months?|quarters?|years?|weekends?|decades?) (?:ago|hence|from now|back|earlier|later)\b|^(?:the )?(?:this|last|next|past|current|previous|coming|upcoming|following) (?:week|month|quarter|year|weekend|fortnight)$/i;

/** Does the engine's date mean what the suite says? */
export function isRight(gold, ours, reference) {
  const day = (reference ?? '').slice(0, 10), zone = /T.*?([+-]\d\d:\d\d)$/.exec(reference ?? '')?.[1] ?? '';
  return accepted(gold).some((value) => {
    const trimmed = /T/.test(value) ? value.replace(/^\/|\/$/g, '') : value;
    if (trimmed === asTimex(ours.value) || (/^XX\d\d-/.test(trimmed) && trimmed.slice(2) === ours.value.slice(2))) return true;
    if (/^P/.test(trimmed)) {
      if (/X/.test(ours.value) && /\b(?:few|some|several|couple)\b/i.test(gold.text)) return trimmed.replace(/[\dX]+/, '') === ours.value.replace(/[\dX]+/, '');
      return /^P/.test(ours.value) && Math.abs(lengthOf(trimmed) - lengthOf(ours.value)) <= 0.03 * lengthOf(trimmed);
    }
    if (/^T?\d\d:\d\d:\d\d/.test(trimmed)) return clock(ours.value) === clock(trimmed.replace(/^T?/, 'T'));
    if (/T/.test(ours.value)) return /T/.test(trimmed) ? sameTime(ours, trimmed, day, zone) : /T(MO|AF|EV|NI)$/.test(ours.value) && sameDay(ours.value, trimmed, day);
    return /^[\d/]/.test(trimmed) && sameDays(ours, trimmed, gold.text);
  });
}

// ---- words

const EDGE = /^(?:(?:any ?time|sometimes?|around|about|approximately|circa|on|in|at|by|from|between|since|until|till|before|after|during|within|for|of|to|through|the|over|as of|starting|later than|earlier than|no later than|not before|sooner than|prior to|and)\b\s*|[\s"'“‘(,;-]+)+|[\s"'”’),;.!?-]+$/gi;
const trim = (text) => text.toLowerCase().replace(EDGE, '').replace(EDGE, '');

export const sameWords = (one, other) => trim(one) === trim(other);

// ---- scope

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const AMOUNT = String.raw`(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|half(?: an?)?|few|several|couple(?: of)?|[\d.,~]+)`;
const SHORT_UNIT = String.raw`(?:sec|second|min|minute|hour|hr|h|s|m)s?`;
const LONG_UNIT = String.raw`(?:day|week|fortnight|month|mon|quarter|year|yr|decade|weekend|business day|working day|weekday)s?`;

const is = (pattern) => new RegExp(pattern, 'i');
const MOMENT = is(String.raw`\b${SHORT_UNIT}\b|\d(?:h|m|s|hr|min|sec)\b|['"]$|\bnow\b|\bmoment\b|as soon as|asap`);
const CHAT = is(String.raw`\b(?:tmr|tmw|tmrw|tomm?or+ow?s|tomrw|2morrow|2nite|tonite|tonigth|tomorow|qtr|qrt|yr|yrs|wk|wks|mos?|eod|eom|eoy|bom|boy|asap|mins?|hrs?|secs?|thur?s?|tue|weds?|fri|mon|sat|sun|everyday|sy|cy|sy\d\d|cy\d\d|otd|workweek|new year day|remaining)\b|ish\b|@|^[+-]|~|\b\d+ ?[ap]\b|\d(?:h|m|s|d|w|y|mo)\b`);
const SUM = is(String.raw`\b${LONG_UNIT}?\b ?(?:from|after|before|since|prior to|earlier than|later than|hence from)\b .*[a-z0-9]|${LONG_UNIT} (?:from|after|before) `);
const COUNTED = is(String.raw`^(?:in|within|over|during|for)?\b ?(?:the )?(?:(?:next|last|past|previous|coming|upcoming|following) (?:\w+ )?${AMOUNT}|${AMOUNT} (?:next|last|past|previous|coming|upcoming|following)) ?${LONG_UNIT}|^${LONG_UNIT} (?:past|ago)$`);
const WITHIN = is(String.raw`^(?:in|within|for|over)\b(?: about| around| approximately| the next| exactly)? ?(?:less than |more than )?(?:an? )?${AMOUNT}.*${LONG_UNIT}|${LONG_UNIT}'?s?'? time$`);
const EDGES = is(String.raw`\b(?:early|mid|late|later|beginning|begin|start|end|middle|rest|remainder|first half|second half|to date|first few|last few)\b|-mid|\bmid-`);
const HOURS = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
const BARE = is(String.raw`^(?:(?:at|around|about|approximately|in|the|in the) )*(?:\d{1,4}|\d{1,2} \d\d|\d{1,2}:\d\d|(?:${HOURS})(?:[ -](?:o|oh|ou|zero|ten|fifteen|twenty|thirty|forty|fifty|${HOURS}))*|morning|afternoon|evening|night|night-?time|mornings|spring|summer|autumn|fall|winter|weekend|half (?:${HOURS}))$|^atm$|^(?:the|a|an|another|any|this|last|past|previous|current|next) (?:day|hour|year|weekday|seasons?)$|^(?:this |next |on )?\d\d?[/. -] ?\d\d?(?: - .*)?$|^q[1-4]$`);
const FORM = /^\d{4} \d\d \d\d$|^\d\d \d\d \d{4}$|\d{4}[/-]\d\d[/-][a-z]|[a-z]-\d{4}-\d|^\d\d-\d{4}(?:-[a-z]|$)|^\d{4}[/-]1[3-9]\b|\b(?:mar|dec|feb|june?)\d|\d(?:years?|hours?|days|ampm|april|q\d)|[<>=]|lastmonth|\d (?:[/-]) \d{1,2}$|\d[.:-]\d\d:\d\d$(?<!\d:\d\d:\d\d)|^9\.am|^T\d|T\d\d$|\b(?:standard time|timezone|america)\b|friday[- (]+jun/i;
const SPOKEN = is(String.raw`(?:teen|twenty) hundred|\b(?:twenty|thirty) (?:one|five|nine)\b|\b(?:five|seven|nine|ten)[- ](?:thirty|twenty[- ]seven)|first 12|^(?:in )?two thousand and`);
const TWO = is(String.raw`^between \d{4} and \d{4}$|\b(?:each|every) (?:\w+ )?(?:day|\w+day)\b.*\d|\d.*\b(?:each|every) ?(?:day|\w+day)\b|^\w+days at \d|\b(?:before|after|by|to|till|until|through|and|-|starting) (?:now|today|tomorrow|yesterday|current date|date|next \w+|last night|greater|after)\b|^between now\b|\w+ (?:before|after|by|until) (?:\d|noon)|greater than|later than|starting|^w/c`);
const DAY_SAID = /day\b|\bto(?:morrow|night)\b|yesterday|\d{4}|\d\/\d|\bmonth|\bweek|\byear/i;
const MEALS = is(String.raw`\b(?:lunch|dinner|supper|brunch|tea|meal|breakfast|business hours?|happy hour|cocktail|after(?:-| )?(?:work|school))`);

/** Why a form is out of scope, or '': by the suite's own words and value. `holidays` has the names that the grammar lists. */
export function outOfScope(gold, record, holidays) {
  const text = gold.text.trim(), values = accepted(gold), value = values[0] ?? '';
  const timed = values.some((one) => /T\d|\d:\d\d/.test(one));
  const day = (record.reference ?? '').slice(0, 10);
  if (values.length === 0 || gold.subtype === 'timezone' || (gold.value === null && !gold.timex)) return 'no value';
  if (/not ?T?resolved/.test(values.join()) && /-02-(?:29|30)|[FSC]Y/.test(values.join())) return 'no value';
  if (CHAT.test(text)) return 'chat';
  if (MEALS.test(text)) return 'meals';
  if (timed && MOMENT.test(text) && !/o'?clock|\bpast\b|\bto\b/i.test(text) && gold.type !== 'DURATION') return 'moment';
  if (gold.type !== 'DURATION' && gold.type !== 'SET' && MOMENT.test(text) && is(`${AMOUNT} ?${SHORT_UNIT}`).test(text)) return 'moment';
  if (gold.type !== 'DURATION' && gold.type !== 'SET' && COUNTED.test(text)) return 'length';
  if (gold.type !== 'DURATION' && gold.type !== 'SET' && WITHIN.test(text)) return 'length';
  if (values.some((one) => /T\d\S*\/\S*\d|\d:\d\d\S*\/\S*\d/.test(one)) && !isPart(text)) return 'hours';
  if (gold.type !== 'DURATION' && gold.type !== 'SET' && EDGES.test(text)) return 'edges';
  if (gold.type !== 'DURATION' && gold.type !== 'SET' && SUM.test(text) && /\d|day|week|month|year/i.test(text) && is(LONG_UNIT).test(text)) return 'sum';
  if (/-?old\b|\bage/.test(text)) return 'age';
  if (gold.holiday && !holidays.test(text)) return 'holidays';
  if (gold.holiday && (/\//.test(value) || /yom kippur|purim/i.test(text))) return 'eves';
  if (gold.holiday && is(`${AMOUNT} ${LONG_UNIT}`).test(text)) return 'sum';
  if (BARE.test(text)) return 'bare';
  if (FORM.test(text)) return 'forms';
  if (SPOKEN.test(text) && gold.type !== 'DURATION') return 'spoken';
  if (/\b(?:first|last) (?:\d+|two|ten) \w+ of\b|\b(?:\d\w\w|third|fifth|second) last\b/i.test(text)) return 'length';
  if (TWO.test(text) && gold.type !== 'DURATION') return 'two';
  if (timed && day && !DAY_SAID.test(text) && values.every((one) => daysOf(one.replace(/^\//, ''))?.[0] > number(day))) return 'future';
  if (/\b(?:next|previous) (?:\w+day|weekend|weekday|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|fall|winter|season)/i.test(text)) return 'which';
  if (day && isBare(text) && values.every((one) => daysOf(one.split('/')[0])?.[0] > number(day))) return 'future';
  return '';
}

const isPart = (text) => /morning|afternoon|evening|night/i.test(text) && !/\d|to|from|between/i.test(text);

// A day or month without a year and without a word that says which.
function isBare(text) {
  return is(String.raw`day\b|\b(?:${MONTHS})|holiday|christmas|xmas|thanksgiving|halloween|easter|eve\b|^(?:the |on the |on )?\d+(?:st|nd|rd|th)?$|summer|winter|spring|autumn|fall|season|quarter|\d[/.-]\d`).test(text) && !/\b(?:next|last|this|past|previous|coming|ago|\d{4}|yesterday|tomorrow|today|'\d\d)\b/i.test(text);
}

/** The names that the grammar of dates lists, as a pattern. */
export function holidaysOf(grammar) {
  const lines = /^words holiday\n((?: .*\n)+)/m.exec(grammar)[1];
  const names = lines.trim().split('\n').flatMap((line) => line.trim().replace(/^\S+ /, '').split(', '));
  return new RegExp(`\\b(?:${names.sort((a, b) => b.length - a.length).join('|').replaceAll('.', '\\.?')})\\b`, 'i');
}

/** Pairs the forms of a record with the engine's dates: best overlap first, each once. */
export function pair(record, dates) {
  const free = new Set(dates);
  return record.timexes.map((gold) => {
    let best = null, most = 0;
    for (const one of free) {
      const overlap = Math.min(one.end, gold.end) - Math.max(one.start, gold.start);
      if (overlap > most) [best, most] = [one, overlap];
    }
    free.delete(best);
    return { gold, ours: best };
  });
}

/** Scores a suite: `results` has the engine's result for each record. */
export function scoreSuite(suite, results, holidays) {
  const score = { name: suite.name, forms: 0, scope: 0, right: 0, out: {}, wrong: [], negatives: 0, silent: 0 };
  suite.records.forEach((record, index) => {
    const { dates } = results[index];
    if (record.timexes.length === 0) {
      score.negatives++;
      score.silent += dates.length === 0;
    }
    for (const { gold, ours: own } of pair(record, dates)) {
      const ours = own ?? dates.find(({ start, end }) => start < gold.end && end > gold.start);
      score.forms++;
      const parts = ours ? record.timexes.filter(({ start, end }) => start < ours.end && end > ours.start).length : 0;
      const why = parts > 1 ? 'joined' : outOfScope(gold, record, holidays); // "three hours, twenty minutes" is one here
      if (why) {
        score.out[why] = (score.out[why] ?? 0) + 1;
        continue;
      }
      score.scope++;
      if (ours && sameWords(gold.text, ours.text) && isRight(gold, ours, record.reference)) score.right++;
      else score.wrong.push(`${gold.text}: ${gold.timex ?? gold.value}, here ${ours ? `${ours.text}: ${ours.value}` : 'nothing'}`);
    }
  });
  return score;
}
