// A TIMEX3 value in plain words. A value that has no short saying is shown as
// it is: better that than a wrong one.
export const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const SEASONS = { SP: 'spring', SU: 'summer', FA: 'autumn', WI: 'winter' };
const PARTS = { MO: 'morning', MI: 'midday', AF: 'afternoon', EV: 'evening', NI: 'night', DT: 'daytime' };
const UNITS = { Y: 'year', M: 'month', W: 'week', D: 'day', H: 'hour', S: 'second', DE: 'decade', CE: 'century', Q: 'quarter' };
const REFERENCES = { PAST_REF: 'in the past', PRESENT_REF: 'at present', FUTURE_REF: 'in the future' };
const MODS = {
  start: 'early', mid: 'in the middle of', end: 'late', approx: 'about', before: 'before', after: 'after', on_or_before: 'not later than',
  on_or_after: 'not before', less_than: 'less than', more_than: 'more than', equal_or_less: 'at most', equal_or_more: 'at least',
};

/** @param date a record of result.dates */
export function sayDate({ type, value, mod, quant, freq }) {
  const words = type === 'set' ? saySet(value, quant, freq) : sayRange(value);
  const before = MODS[mod?.toLowerCase()];
  return before ? `${before} ${words}` : words;
}

function sayRange(value) {
  const [from, to] = value.split('/');
  return to ? `${sayValue(from)} to ${sayValue(to)}` : sayValue(value);
}

function sayValue(value) {
  for (const [pattern, say] of FORMS) {
    const match = pattern.exec(value);
    if (match) return say(match) ?? value;
  }
  return REFERENCES[value] ?? value;
}

const FORMS = [
  [/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/, ([, day, time]) => `${time} on ${sayDay(day)}`],
  [/^(\d{4}-\d\d-\d\d)T([A-Z]{2})$/, ([, day, part]) => PARTS[part] && `${sayDay(day)}, ${PARTS[part]}`],
  [/^T(\d\d:\d\d)/, ([, time]) => time],
  [/^(\d{4}-\d\d-\d\d)$/, ([, day]) => sayDay(day)],
  [/^(\d{4})-(\d\d)$/, ([, year, month]) => MONTHS[month - 1] && `${MONTHS[month - 1]} ${year}`],
  [/^(\d{4})-W(\d\d)$/, ([, year, week]) => `week ${Number(week)} of ${year}`],
  [/^(\d{4})-W(\d\d)-WE$/, ([, year, week]) => `the weekend of week ${Number(week)}, ${year}`],
  [/^(\d{4})-(SP|SU|FA|WI)$/, ([, year, season]) => `${SEASONS[season]} ${year}`],
  [/^(\d{4})-Q([1-4])$/, ([, year, quarter]) => `quarter ${quarter} of ${year}`],
  [/^(\d{4})-H([12])$/, ([, year, half]) => `the ${half === '1' ? 'first' : 'second'} half of ${year}`],
  [/^(\d{3})$/, ([, decade]) => `the ${decade}0s`],
  [/^(\d{2})$/, ([, century]) => `the ${century}00s`],
  [/^P(T?)(\d+(?:\.\d+)?)(DE|CE|[YMWDHSQ])$/, ([, clock, count, unit]) => sayCount(count, sayUnit(clock, unit))],
];

function sayDay(day) {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  const weekday = WEEKDAYS[(date.getUTCDay() + 6) % 7];
  return `${weekday} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

function sayUnit(clock, unit) {
  return clock && unit === 'M' ? 'minute' : UNITS[unit];
}

function sayCount(count, unit) {
  return count === '1' ? `one ${unit}` : `${count} ${unit === 'century' ? 'centurie' : unit}s`;
}

function saySet(value, quant, freq) {
  const weekday = /^XXXX-WXX-([1-7])/.exec(value);
  const season = /^XXXX-(SP|SU|FA|WI)$/.exec(value);
  const period = /^P(T?)1(DE|[YMWDHSQ])$/.exec(value);
  const each = weekday ? WEEKDAYS[weekday[1] - 1] : season ? SEASONS[season[1]] : period ? sayUnit(period[1], period[2]) : null;
  if (!each) return sayRange(value);
  const times = /^(\d+)X$/i.exec(freq ?? '');
  return times ? `${times[1]} times ${quant ?? 'every'} ${each}` : `${quant ?? 'every'} ${each}`;
}
