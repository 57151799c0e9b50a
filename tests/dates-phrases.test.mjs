// The phrase suites of other projects, where ../shared has them: what docs/dates.md
// tells of them, measured, with a floor. `node tests/dates-phrases.test.mjs` prints
// the table; with a word, the forms of the suites with that word in their names that are read otherwise.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './web/support/build.mjs';
import { annotateLines } from './support/engines.mjs';
import { holidaysOf, readSuites, scoreSuite } from './support/phrases.mjs';

// Of the forms in scope, in percent; a little below what was measured last.
const FLOOR = 89.9;

const folder = join(root, '../shared/corpora/dates');
const skip = existsSync(folder) ? false : '../shared is not here';
const holidays = holidaysOf(readFileSync(join(root, 'src/english/dates.grammar'), 'utf8'));

function scores() {
  return readSuites(folder).map((suite) => {
    const records = suite.records.map(({ text, reference }) => ({ text, date: reference?.slice(0, 10) }));
    const lines = annotateLines(records, ['--types', 'dates', suite.dayFirst ? '--day-first' : '--month-first']);
    return scoreSuite(suite, lines.map((line) => JSON.parse(line)), holidays);
  });
}

test('phrases mean here what they mean elsewhere', { skip }, () => {
  const all = scores();
  const sum = (key) => all.reduce((total, score) => total + score[key], 0);
  const reasons = {};
  for (const { out } of all) for (const [why, count] of Object.entries(out)) reasons[why] = (reasons[why] ?? 0) + count;
  const percent = (score) => (100 * score.right / score.scope).toFixed(1);
  const total = { name: 'all', forms: sum('forms'), scope: sum('scope'), right: sum('right') };
  console.log([...all, total].map((score) => `${score.name.padEnd(28)}${[score.forms, score.scope, score.right, percent(score)].map((cell) => String(cell).padStart(8)).join('')}`).join('\n'));
  console.log(Object.entries(reasons).sort((a, b) => b[1] - a[1]).map(([why, count]) => `${why} ${count}`).join(', '));
  const word = process.argv[2];
  if (word) for (const { name, wrong } of all) if (name.includes(word)) console.log(wrong.map((line) => `${name}  ${line}`).join('\n'));
  assert.ok(Number(percent(total)) >= FLOOR, `${percent(total)} % of the forms in scope`);
});
