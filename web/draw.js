// Marks as elements, built with the DOM. Which record an element shows is kept
// beside it, not in it, so that nothing of the article is read back from markup.
import { kinds } from './kinds.js';
import { classesOf, isPart } from './marks.js';

const marks = new WeakMap();

/** The mark that an element drawn here shows, or undefined. */
export function markAt(element) {
  return marks.get(element);
}

/** The nearest mark around a place in the page. */
export function markElementAt(target) {
  return target?.closest?.('.bp-mark') ?? null;
}

/** Says that an element now shows `mark`: the same words, found again in a later result. */
export function setMark(element, mark) {
  marks.set(element, mark);
}

/**
 * @param {string | object} node of a block that layOut gave
 * @param {(element: HTMLElement, mark: object) => void} drawn called for each mark, outermost first
 * @returns {Node}
 */
export function drawNode(node, drawn) {
  if (typeof node === 'string') return document.createTextNode(node);
  const element = drawMark(node.mark);
  marks.set(element, node.mark);
  drawn(element, node.mark);
  element.append(...node.children.map((child) => drawNode(child, drawn)));
  return element;
}

function drawMark(mark) {
  const element = document.createElement(isPart(mark) ? 'span' : 'mark');
  element.className = classesOf(mark);
  if (isPart(mark)) return element;
  element.setAttribute('part', `mark ${mark.kind}`);
  element.setAttribute('aria-description', kinds.get(mark.kind).name);
  element.tabIndex = -1;
  return element;
}
