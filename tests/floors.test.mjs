// The figures, by the scorer in ../shared, where that is there. floors.json has
// two floors for each: what the issues require, and a little below what was
// measured last, so that nothing gets worse unseen. `node tests/floors.test.mjs
// --write` measures anew and writes the second.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { build, root } from './web/support/build.mjs';
import { openWasm } from './support/engines.mjs';

const shared = join(root, '../shared');
const scorer = join(shared, 'eval/eval.mjs');
const file = join(root, 'tests/floors.json');
const floors = JSON.parse(readFileSync(file, 'utf8'));
const skip = existsSync(scorer) ? false : '../shared is not here';
if (skip) console.log('floors: ../shared is not here, so nothing is scored');

// So much may a figure fall before it counts: a change for the better elsewhere costs a little here.
const SLACK = 1;

function score(words) {
  const engine = `"${join(build, 'bluepencil')}" --jsonl --offsets code-point`;
  const { status, stdout, stderr } = spawnSync(process.execPath, [scorer, '--json', '--engine', engine, ...words], { encoding: 'utf8', maxBuffer: 1 << 28, cwd: root });
  assert.equal(status, 0, stderr);
  const lines = stdout.trim().split('\n');
  return JSON.parse(lines.at(-1));
}

function scores() {
  const labels = [...new Set([...Object.keys(floors.required), ...Object.keys(floors.measured)])];
  const all = { ...score([]), ...score(['--articles', join(shared, 'corpora/articles/test')]) };
  return Object.fromEntries(labels.map((label) => [label, all[label]]));
}

const percent = (value) => (100 * value).toFixed(1);

function table(all) {
  const rows = Object.entries(all).flatMap(([label, figures]) => Object.keys({ ...floors.required[label], ...floors.measured[label] })
    .map((figure) => [label, figure, percent(figures[figure]), floors.measured[label]?.[figure] ?? '', floors.required[label]?.[figure] ?? '']));
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => String(row[column]).length), 8));
  return [['set', 'figure', 'now', 'floor', 'required'], ...rows].map((row) => row.map((cell, column) => (column < 2 ? String(cell).padEnd(widths[column]) : String(cell).padStart(widths[column]))).join('  ')).join('\n');
}

if (process.argv.includes('--write')) {
  const all = scores();
  for (const [label, figures] of Object.entries(floors.measured)) {
    for (const figure of Object.keys(figures)) figures[figure] = Math.floor(10 * (100 * all[label][figure] - SLACK)) / 10;
  }
  writeFileSync(file, `${JSON.stringify(floors, null, 2).replace(/\{\n\s+("\w+": [\d.]+(?:,\n\s+"\w+": [\d.]+)*)\n\s+\}/g, (_, inside) => `{ ${inside.replace(/\n\s+/g, ' ')} }`)}\n`);
} else {
  test('the figures are above their floors', { skip }, () => {
    const all = scores();
    console.log(table(all));
    for (const [name, floor] of Object.entries(floors)) {
      for (const [label, figures] of Object.entries(floor)) {
        for (const [figure, least] of Object.entries(figures)) {
          assert.ok(all[label]?.[figure] !== undefined, `${label} has no ${figure}`);
          assert.ok(100 * all[label][figure] >= least - 1e-9, `${label}: ${figure} is ${percent(all[label][figure])}, ${name}: ${least}`);
        }
      }
    }
  });

  // By the places that its marks give, since the article itself stays outside.
  test('the article of the first issue, through the command and through WebAssembly', { skip }, async () => {
    const { text, date } = JSON.parse(readFileSync(join(shared, 'seed/gold.jsonl'), 'utf8').split('\n')[0]);
    const json = (await openWasm()).annotate(text, { date });
    const { status, stdout } = spawnSync(join(build, 'bluepencil'), ['--date', date], { input: text, encoding: 'utf8' });
    assert.equal(status, 0);
    assert.equal(stdout, `${json}\n`);
    const { entities, mentions, quotes } = JSON.parse(json);
    const forms = ({ mentions: own }) => own.map((index) => mentions[index].form);
    const mission = entities.find((entity) => entity.type === 'organization' && forms(entity).includes('acronym') && forms(entity).includes('nominal'));
    assert.ok(mission, 'no organization is one with its acronym and what describes it');
    assert.ok(new Set(mission.mentions.map((index) => mentions[index].text.toLowerCase())).size >= 3);
    const speakers = quotes.filter(({ type }) => type !== 'indirect').map(({ speaker }) => speaker);
    assert.equal(speakers.length, 3);
    assert.ok(speakers.every(({ entity }) => entities.some(({ id }) => id === entity)));
    assert.equal(speakers[1].entity, speakers[2].entity, '"he" is somebody else');
  });
}
