// Every article of the project, through the native command and WebAssembly, in
// all units: the same bytes, twice, and a result that holds.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './web/support/build.mjs';
import { plainText } from './web/support/article.mjs';
import { annotateLines, openWasm } from './support/engines.mjs';
import { checkInvariants } from './support/invariants.mjs';

const wasm = await openWasm();

for (const [folder, least] of [['tests/articles', 30], ['src/english/articles', 300], ['src/english/articles/unseen', 10]]) {
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.xml'));
  const articles = names.map((name) => readFileSync(join(root, folder, name), 'utf8'))
    .map((xml) => ({ text: plainText(xml), date: /<article date="(\d{4}-\d\d-\d\d)"/.exec(xml)?.[1] }));
  for (const offsets of ['utf-16', 'utf-8', 'code-point']) {
    for (const furniture of [false, true]) {
      test(`${folder}: ${offsets}${furniture ? ', with furniture' : ''}`, () => {
        assert.ok(articles.length > least);
        const words = ['--offsets', offsets, ...(furniture ? ['--furniture'] : [])];
        const lines = annotateLines(articles, words);
        articles.forEach(({ text, date }, index) => {
          const json = wasm.annotate(text, { date, offsets, furniture });
          assert.equal(lines[index], json, names[index]);
          checkInvariants(text, JSON.parse(json), { furniture });
        });
        assert.deepEqual(annotateLines(articles, words), lines, 'the second time is not like the first');
      });
    }
  }
}
