// The project's articles hold every difficulty of quotations at least ten times:
// counted by the rules of support/difficulties.mjs, and for what no rule can tell
// by the list in difficulties.txt. Prints the counts, of the articles to learn from
// and of those to test on; `node tests/difficulties.test.mjs`.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { difficulties, findDifficulties } from './support/difficulties.mjs';
import { readFolder } from './support/marked.mjs';

const LEAST = 10;
const here = import.meta.dirname;
const training = ['', 'unseen'].flatMap((folder) => readFolder(join(here, '../src/english/articles', folder)));
const testing = readFolder(join(here, 'articles'));

const list = readFileSync(join(here, 'difficulties.txt'), 'utf8').split(/^## /m).slice(1)
  .map((section) => section.trim().split('\n'))
  .map(([name, ...lines]) => [name, lines.map((line) => /^(\S+) (?:"(.+)"|(\S+))$/.exec(line))]);
const counts = (articles) => {
  const sum = new Map(difficulties.map(([name]) => [name, 0]));
  for (const article of articles) for (const [name, places] of findDifficulties(article)) sum.set(name, sum.get(name) + places.length);
  return sum;
};
const [trained, tested] = [training, testing].map(counts);
for (const [name, entries] of list) trained.set(name, entries.length);

for (const [name, rule] of difficulties) {
  test(`${name}: ${rule}`, () => {
    assert.ok(trained.get(name) + tested.get(name) >= LEAST, `only ${trained.get(name)} and ${tested.get(name)}`);
  });
}

test('what is listed by reading is in the articles', () => {
  for (const [name, entries] of list) {
    assert.ok(difficulties.some(([known]) => known === name), `no difficulty is called ${name}`);
    for (const [line, id, words, quotation] of entries) {
      const article = training.find((candidate) => candidate.id === id);
      assert.ok(article, `${name}: no article ${id}`);
      assert.ok(words ? article.text.includes(words) : article.quotes.some((quote) => quote.id === quotation), `${name}: ${line}`);
    }
  }
});

console.log('train  test  difficulty');
for (const [name] of difficulties) console.log(String(trained.get(name)).padStart(5), String(tested.get(name)).padStart(5), '', name);
