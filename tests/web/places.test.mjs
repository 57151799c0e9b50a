// Where places are: country, coordinates and GeoNames id of the one that is meant.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { importBuilt } from './support/build.mjs';

const { loadEngine } = await importBuilt('index.js');
const engine = await loadEngine();
after(() => engine.dispose());
const placeOf = (text, name) => engine.annotate(text).entities.find((entity) => entity.name === name);

test('A city has its country, coordinates and GeoNames id', () => {
  const { country, latitude, longitude, geonames } = placeOf('The ferry to Turin left on Friday.', 'Turin');
  assert.deepEqual([country, Math.round(latitude), Math.round(longitude), geonames], ['IT', 45, 8, 3165524]);
});

test('Of two cities of one name it is the one whose country stands behind the comma', () => {
  assert.equal(placeOf('The ferry from Tripoli, Lebanon, left on Friday.', 'Tripoli').country, 'LB');
});

test('Of two cities of one name it is the one whose country the article names', () => {
  assert.equal(placeOf('Pakistan sent help on Friday. It came by train from Hyderabad in the evening.', 'Hyderabad').country, 'PK');
});

test('Of two cities of one name without a country it is the larger', () => {
  assert.equal(placeOf('The ferry from Tripoli left on Friday.', 'Tripoli').country, 'LY');
});

test('The names of a country are one entity', () => {
  const { entities } = engine.annotate('The United States agreed on Friday. In the U.S. nobody noticed.');
  assert.deepEqual(entities.filter(({ type }) => type === 'place').map(({ country, mentions }) => [country, mentions.length]), [['US', 2]]);
});
