// Who is who, and where: on articles that nothing was trained on, whose chains
// links/*.txt has, put together by hand. Prints MUC, B-cubed and CEAF-e with
// their mean, over all names (what is missed or made up costs) and over those
// that both sides have (the linking alone); and how many identifiers of places
// are right. `node tests/links.test.mjs --errors` prints what is wrong.
//
// A line of links/*.txt is an entity: its type, its fullest name, its other
// names, and for a place that the article settles its country or its country and
// GeoNames id ("?": not clear, so not counted; none: no identifier is right).
// "Telica#2" is the second Telica of the article, where not all are the same.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { root } from './web/support/build.mjs';
import { plainText } from './web/support/article.mjs';
import { bCubed, bestAssignment, ceaf, muc, scoreOf } from './support/coreference.mjs';
import { annotateLines } from './support/engines.mjs';

// A little below what was measured last, so that nothing gets worse unseen (F1 and shares, percent).
const FLOORS = {
  'all names': { MUC: 90, 'B-cubed': 91.5, 'CEAF-e': 91, mean: 90.8 },
  'names of both': { MUC: 96.2, 'B-cubed': 98.6, 'CEAF-e': 98.2, mean: 97.7 },
  identifiers: { places: 86.3 },
};

const TYPES = ['person', 'organization', 'place', 'group', 'event', 'work', 'product', 'law'];
const MARK = new RegExp(`<(/?)(${TYPES.join('|')})>`, 'g');
const FIRST = 0xE000; // of the private characters that stand for marks while tags are stripped

/** The names marked in the text of an article: { type, text, start, end }; furniture has none. */
function namesOf(xml) {
  const bare = xml.replace(/<furniture>[^]*?<\/furniture>/g, (block) => block.replace(MARK, ''));
  const names = [];
  let at = 0;
  for (const character of plainText(bare.replace(MARK, (_, close, type) => String.fromCharCode(FIRST + (close ? TYPES.length : TYPES.indexOf(type)))))) {
    const kind = character.charCodeAt(0) - FIRST;
    if (kind >= 0 && kind < TYPES.length) names.push({ type: TYPES[kind], text: '', start: at });
    else if (kind === TYPES.length) names.at(-1).end = at;
    else {
      if (names.length > 0 && names.at(-1).end === undefined) names.at(-1).text += character;
      at += character.length;
    }
  }
  return names;
}

const LINE = /^(\w+) {2}(.+?)(?:: (.+?))?(?: = (\?|[A-Z]{2}(?: \d+)?))?$/;

/** The entities of a file of links: { name, identifier, mentions }, of all names of the article. */
function readLinks(file, names) {
  const nth = new Map();
  const byForm = new Map();
  for (const name of names) {
    const form = `${name.type} ${name.text}`;
    nth.set(form, (nth.get(form) ?? 0) + 1);
    byForm.set(form, [...(byForm.get(form) ?? []), name]);
    byForm.set(`${form}#${nth.get(form)}`, [name]);
  }
  const taken = new Set();
  const entities = readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => {
    const [, type, first, others, identifier] = LINE.exec(line) ?? assert.fail(`${file}: ${line}`);
    const mentions = [first, ...(others?.split('; ') ?? [])].flatMap((form) => byForm.get(`${type} ${form}`) ?? assert.fail(`${file}: the article has no ${type} ${form}`));
    for (const mention of mentions) assert.ok(!taken.has(mention) && taken.add(mention), `${file}: ${mention.text} is two entities`);
    return { type, name: first, identifier, mentions };
  });
  for (const name of names) assert.ok(taken.has(name), `${file}: ${name.type} ${name.text} is missing`);
  return entities;
}

const spanOf = ({ start, end }) => `${start}-${end}`;
const NAMED = new Set(['name', 'short', 'acronym']);

/** What the engine found: entities as lists of mentions that are names. */
function entitiesOf({ entities, mentions }) {
  return entities.map((entity) => ({
    name: entity.name,
    identifier: entity.country && (entity.geonames ? `${entity.country} ${entity.geonames}` : entity.country),
    mentions: entity.mentions.map((index) => mentions[index]).filter(({ type, form }) => TYPES.includes(type) && NAMED.has(form)),
  })).filter(({ mentions: own }) => own.length > 0);
}

function readArticles() {
  const files = readdirSync(join(root, 'tests/links')).filter((name) => name.endsWith('.txt')).map((name) => join(root, 'tests/links', name));
  const sources = files.map((file) => readFileSync(join(root, 'tests/articles', `${basename(file, '.txt')}.xml`), 'utf8'));
  const records = sources.map((xml) => ({ text: plainText(xml), date: /<article date="(\d{4}-\d\d-\d\d)"/.exec(xml)?.[1] }));
  const lines = annotateLines(records, ['--offsets', 'utf-16']);
  return files.map((file, index) => {
    const names = namesOf(sources[index]);
    for (const { text, start, end } of names) assert.equal(records[index].text.slice(start, end), text, file);
    return { name: basename(file, '.txt'), gold: readLinks(file, names), given: entitiesOf(JSON.parse(lines[index])) };
  });
}

const partition = (entities) => entities.map(({ mentions }) => mentions.map(spanOf));
/** The partition without what is not in `spans`. */
const within = (entities, spans) => partition(entities).map((entity) => entity.filter((span) => spans.has(span))).filter((entity) => entity.length > 0);

/** @param {[string[][], string[][]][]} pairs gold and given of each article */
function measure(pairs) {
  const all = Object.fromEntries(Object.entries({ MUC: muc, 'B-cubed': bCubed, 'CEAF-e': ceaf }).map(([name, metric]) => [name, scoreOf(pairs.map(([gold, given]) => metric(gold, given)))]));
  return { ...all, mean: { f1: Object.values(all).reduce((sum, { f1 }) => sum + f1 / 3, 0) } };
}

/** Of the mentions of places: identifiers that the article settles, that are given, that are right. */
function placeCounts({ gold, given }) {
  const identifier = new Map(given.flatMap((entity) => entity.mentions.map((mention) => [spanOf(mention), entity.identifier])));
  const pairs = gold.filter((entity) => entity.type === 'place' && entity.identifier !== '?')
    .flatMap((entity) => entity.mentions.map((mention) => ({ settled: entity.identifier, given: identifier.get(spanOf(mention)) })));
  const right = pairs.filter((pair) => pair.settled && pair.settled === pair.given).length;
  return { found: right, gold: pairs.filter((pair) => pair.settled).length, right, given: pairs.filter((pair) => pair.given).length };
}

function figures(articles) {
  const both = articles.map(({ gold, given }) => {
    const named = new Set(partition(gold).flat());
    const shared = new Set(partition(given).flat().filter((span) => named.has(span)));
    return [within(gold, shared), within(given, shared)];
  });
  return { 'all names': measure(articles.map(({ gold, given }) => [partition(gold), partition(given)])), 'names of both': measure(both), identifiers: { places: scoreOf(articles.map(placeCounts)) } };
}

const percent = (value) => (value === undefined ? '' : (100 * value).toFixed(1)).padStart(6);

function table(all) {
  const rows = Object.entries(all).flatMap(([set, scores]) => Object.entries(scores).map(([name, { precision, recall, f1 }]) =>
    `${set.padEnd(13)}  ${name.padEnd(7)}  ${percent(precision)}  ${percent(recall)}  ${percent(f1)}`));
  return ['links          measure       P       R      F1', ...rows].join('\n');
}

/** The entities of one side that the other does not have as they are. */
function differences({ name, gold, given }) {
  const named = new Set(partition(gold).flat());
  const where = new Map(given.flatMap((entity, index) => entity.mentions.map((mention) => [spanOf(mention), index])));
  const lines = gold.flatMap((entity) => {
    const parts = [...new Set(entity.mentions.map((mention) => where.get(spanOf(mention)) ?? 'missed'))];
    const found = parts.filter((part) => part !== 'missed').map((part) => given[part]);
    const foreign = found.flatMap(({ mentions }) => mentions.filter((mention) => named.has(spanOf(mention)) && !entity.mentions.some((own) => spanOf(own) === spanOf(mention))));
    const wrong = entity.type === 'place' && entity.identifier !== '?' && found.some(({ identifier }) => identifier !== entity.identifier);
    return [
      ...(parts.length > 1 ? [`split: ${entity.name}: ${parts.map((part) => given[part]?.name ?? 'missed').join(' | ')}`] : []),
      ...(foreign.length > 0 ? [`merged: ${entity.name} with ${[...new Set(foreign.map(({ text }) => text))].join(', ')}`] : []),
      ...(wrong ? [`place: ${entity.name}: ${entity.identifier ?? 'none'}, not ${found.map(({ identifier }) => identifier ?? 'none').join(', ')}`] : []),
    ];
  });
  return lines.map((line) => `${name}  ${line}`);
}

if (process.argv.includes('--errors')) {
  const articles = readArticles();
  console.log([...articles.flatMap(differences), table(figures(articles))].join('\n'));
} else {
  // By hand from the definitions.
  test('the measures, on what a pencil can check', () => {
    const gold = [['a', 'b', 'c'], ['d', 'e', 'f', 'g']];
    const given = [['a', 'b'], ['c', 'd'], ['f', 'g', 'h', 'i']];
    assert.deepEqual(muc(gold, given), { found: 2, gold: 5, right: 2, given: 5 });
    const near = (actual, expected) => Object.entries(expected).forEach(([key, value]) => assert.ok(Math.abs(actual[key] - value) < 1e-12, `${key}: ${actual[key]}, not ${value}`));
    near(bCubed(gold, given), { found: 35 / 12, gold: 7, right: 4, given: 8 });
    near(ceaf(gold, given), { found: 1.3, gold: 2, right: 1.3, given: 3 });
    near(ceaf(given, gold), { found: 1.3, gold: 3, right: 1.3, given: 2 });
    near(scoreOf([ceaf(gold, given)]), { recall: 0.65, precision: 1.3 / 3, f1: 0.52 });
    assert.equal(ceaf([['a', 'b', 'c', 'f'], ['d']], [['a', 'b', 'c', 'd'], ['f']]).found, 0.8, 'the best pair first is not the best');
    assert.equal(bestAssignment([[4, 1, 3], [2, 0, 5], [3, 2, 2]]), 11);
    near(scoreOf([muc(gold, gold), bCubed(gold, gold), ceaf(gold, gold)]), { recall: 1, precision: 1, f1: 1 });
  });

  test('who is who in the articles, above the floors', () => {
    const articles = readArticles();
    assert.ok(articles.length >= 40);
    const all = figures(articles);
    console.log(table(all));
    for (const [set, floors] of Object.entries(FLOORS)) {
      for (const [name, least] of Object.entries(floors)) {
        assert.ok(100 * all[set][name].f1 >= least, `${set}: ${name} is ${percent(all[set][name].f1)}, the floor is ${least}`);
      }
    }
  });
}
