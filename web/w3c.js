// A result as W3C Web Annotations. Positions are in code points, as the model
// demands ("not code units"), and every target also has the words themselves
// with what stands around them, so that it is found again after an edit.
import { isPart, marksOf } from './marks.js';
import { recount } from './offsets.js';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const AROUND = 32; // UTF-16 units of prefix and suffix

/**
 * @param {string} text
 * @param result what annotate gave for it
 * @param {{ source?: string }} [options] the address of the text
 * @returns {object[]} one Annotation for each name, date and quotation
 */
export function toW3C(text, result, { source = 'urn:bluepencil:text' } = {}) {
  const units = recount(text, result, 'utf-16');
  const points = recount(text, units, 'code-point');
  const places = new Map(zip(marksOf(units), marksOf(points)).map(([unit, point]) => [unit, point]));
  const entities = new Map(result.entities.map((entity) => [entity.id, entity]));
  const annotations = new Map();
  for (const [mark, point] of places) {
    if (isPart(mark)) continue;
    const key = `${mark.family}-${mark.index}`;
    if (!annotations.has(key)) annotations.set(key, annotationOf(mark, key, source, entities));
    annotations.get(key).target.push(targetOf(text, mark, point, source));
  }
  return [...annotations.values()].map((annotation) => (
    annotation.target.length > 1 ? annotation : { ...annotation, target: annotation.target[0] }));
}

function annotationOf(mark, key, source, entities) {
  return {
    '@context': CONTEXT,
    id: `${source}#bluepencil-${key}`,
    type: 'Annotation',
    motivation: 'tagging',
    body: [textBody('tagging', mark.kind), ...BODY[mark.family](mark.record, entities)],
    target: [],
  };
}

const BODY = {
  mention: ({ entity }, entities) => {
    const { name, geonames } = entities.get(entity);
    const place = geonames ? [{ type: 'SpecificResource', purpose: 'identifying', source: `https://sws.geonames.org/${geonames}/` }] : [];
    return [textBody('identifying', name), ...place];
  },
  date: ({ value }) => [textBody('identifying', value)],
  quote: ({ speaker }) => (speaker ? [textBody('describing', `Speaker: ${speaker.name}`)] : []),
};

function textBody(purpose, value) {
  return { type: 'TextualBody', purpose, value, format: 'text/plain' };
}

function targetOf(text, { start, end }, point, source) {
  return {
    source,
    selector: [
      { type: 'TextQuoteSelector', exact: text.slice(start, end), prefix: before(text, start), suffix: after(text, end) },
      { type: 'TextPositionSelector', start: point.start, end: point.end },
    ],
  };
}

// Neither may begin or end with half a character.
function before(text, end) {
  const start = Math.max(0, end - AROUND);
  return text.slice(isLow(text, start) ? start + 1 : start, end);
}

function after(text, start) {
  const end = Math.min(text.length, start + AROUND);
  return text.slice(start, isLow(text, end) ? end - 1 : end);
}

function isLow(text, index) {
  return index > 0 && text.codePointAt(index - 1) > 0xffff;
}

function zip(first, second) {
  return first.map((value, index) => [value, second[index]]);
}
