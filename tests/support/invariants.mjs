// What holds for every result of every text: checkResult (the schema, the words
// of each span, nesting, ids) and what stands here.
import assert from 'node:assert/strict';
import { checkResult } from '../web/support/check.mjs';

/** Fails when a result does not fit its text or itself. `result` counts in its own unit. */
export function checkInvariants(text, result, { furniture = false } = {}) {
  checkResult(text, result);
  checkOrder(result);
  checkMentions(result);
  checkDates(result.dates);
  checkQuotes(result.quotes);
  checkBlocks(text, result, furniture);
}

function checkOrder({ blocks, mentions, dates, quotes }) {
  for (const list of [blocks, mentions, dates, quotes]) {
    for (let i = 1; i < list.length; i++) assert.ok(list[i - 1].start <= list[i].start, `out of order at ${list[i].start}`);
  }
}

function checkMentions({ entities, mentions }) {
  const seen = new Set();
  for (const { id, type, mentions: own } of entities) {
    assert.deepEqual(own, [...own].sort((a, b) => a - b), `the mentions of ${id} are out of order`);
    for (const index of own) {
      assert.equal(mentions[index]?.entity, id);
      assert.equal(mentions[index].type, type, `${id} is a ${type}, its mention ${index} is not`);
      seen.add(index);
    }
  }
  assert.equal(seen.size, mentions.length, 'a mention belongs to no entity');
}

function checkDates(dates) {
  for (const { value, alternatives, earliest, latest, text } of dates) {
    if (alternatives) assert.ok(alternatives[0] === value && alternatives[1] !== value, `the alternatives of "${text}"`);
    assert.equal(earliest === undefined, latest === undefined, `"${text}" has one end only`);
    if (earliest) assert.ok(earliest <= latest, `"${text}" ends before it begins: ${earliest} to ${latest}`);
    for (const day of [earliest, latest].filter(Boolean)) assert.equal(new Date(`${day}T00:00Z`).toISOString().slice(0, 10), day, `"${text}": there is no ${day}`);
  }
}

function checkQuotes(quotes) {
  for (const { start, end, spans, content, type } of quotes) {
    assert.equal(spans[0][0], start);
    assert.equal(spans.at(-1)[1], end);
    spans.slice(1).forEach(([next], index) => assert.ok(spans[index][1] <= next, `the pieces of the quotation at ${start} overlap`));
    assert.equal(content !== undefined, type === 'mixed');
    if (content) assert.ok(content[0] <= start && end <= content[1], `the clause around the quotation at ${start} does not hold it`);
  }
}

// Blocks cover what can be seen, and marks lie in blocks that are read.
function checkBlocks(text, { blocks, mentions, dates, quotes, offsets }, furniture) {
  blocks.forEach(({ start, end }, index) => {
    assert.ok(start < end, `an empty block at ${start}`);
    if (index) assert.ok(blocks[index - 1].end <= start, `blocks overlap at ${start}`);
  });
  if (offsets === 'utf-16') {
    let at = 0;
    for (const { start, end } of [...blocks, { start: text.length }]) {
      assert.doesNotMatch(text.slice(at, start), /[\p{L}\p{N}]/u, `words between the blocks at ${at}`);
      at = end;
    }
  }
  const pieces = quotes.flatMap(({ spans }) => spans.map(([start, end]) => ({ start, end })));
  let block = 0;
  for (const { start, end } of [...mentions, ...dates, ...pieces].sort((a, b) => a.start - b.start)) {
    while (block < blocks.length && blocks[block].end <= start) block++;
    assert.ok(blocks[block]?.start <= start && end <= blocks[block]?.end, `the mark ${start} to ${end} leaves its block`);
    if (!furniture) assert.notEqual(blocks[block].role, 'furniture', `a mark in furniture at ${start}`);
  }
}
