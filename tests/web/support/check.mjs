// What holds for every result.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { root } from './build.mjs';

const schema = JSON.parse(readFileSync(join(root, 'web/schema.json'), 'utf8'));
const validate = new Ajv({ allErrors: true, strict: true }).compile(schema);

/** Fails when a result does not fit the schema, its text, or itself. */
export function checkResult(text, result) {
  assert.ok(validate(result), JSON.stringify(validate.errors?.slice(0, 3)));
  const slice = slicer(text, result.offsets);
  for (const span of spansOf(result)) assert.equal(span.text, slice(span.start, span.end));
  checkNesting(drawnOf(result));
  checkEntities(result);
}

/** Every span of a result that repeats its words. */
export function spansOf({ mentions, dates, quotes }) {
  return [...mentions, ...dates, ...quotes, ...quotes.flatMap(({ speaker, cue }) => [speaker, cue].filter(Boolean))];
}

function drawnOf({ mentions, dates, quotes }) {
  const pieces = quotes.flatMap(({ spans }) => spans.map(([start, end]) => ({ start, end })));
  return [...mentions, ...dates, ...pieces].sort((a, b) => a.start - b.start || b.end - a.end);
}

function checkNesting(spans) {
  const open = [];
  for (const { start, end } of spans) {
    assert.ok(start < end, `an empty span at ${start}`);
    while (open.length && open.at(-1) <= start) open.pop();
    if (open.length) assert.ok(end <= open.at(-1), `the span ${start} to ${end} crosses another`);
    open.push(end);
  }
}

function checkEntities({ entities, mentions, quotes }) {
  const ids = new Map(entities.map((entity) => [entity.id, new Set(entity.mentions)]));
  assert.equal(ids.size, entities.length, 'two entities with one id');
  mentions.forEach((mention, index) => assert.ok(ids.get(mention.entity).has(index)));
  for (const { speaker } of quotes) if (speaker?.entity) assert.ok(ids.has(speaker.entity), `no entity ${speaker.entity}`);
}

function slicer(text, unit) {
  if (unit === 'utf-16') return (start, end) => text.slice(start, end);
  if (unit === 'code-point') {
    const points = Array.from(text);
    return (start, end) => points.slice(start, end).join('');
  }
  const bytes = Buffer.from(text, 'utf8');
  return (start, end) => bytes.subarray(start, end).toString('utf8');
}
