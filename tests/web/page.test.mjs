// The parts of the page that need no page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importBuilt } from './support/build.mjs';

const { sortSpeakers } = await importBuilt('page/said.js');

test('speakers are sorted by any column; what is empty, and nobody, comes last either way', () => {
  const speakers = [
    { name: 'Cleo', words: 5, share: 0.5 }, { name: 'Ama', role: 'pilot', words: 3, share: 0.3 }, { name: '\u00c9lan', role: 'cook', words: 1, share: 0.1 },
    { name: 'Dora', words: 0, share: 0 }, { name: '', words: 1, share: 0.1 },
  ];
  const order = (key, descending) => sortSpeakers(speakers, { key, descending }).map(({ name }) => name).join(' ');
  assert.equal(order('words', true), 'Cleo Ama \u00c9lan Dora ');
  assert.equal(order('words', false), 'Dora \u00c9lan Ama Cleo ');
  assert.equal(order('share', false), 'Dora \u00c9lan Ama Cleo ');
  assert.equal(order('name', false), 'Ama Cleo Dora \u00c9lan ');
  assert.equal(order('name', true), '\u00c9lan Dora Cleo Ama ');
  assert.equal(order('role', false), '\u00c9lan Ama Cleo Dora ');
  assert.equal(order('role', true), 'Ama \u00c9lan Cleo Dora ');
});
