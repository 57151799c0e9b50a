// An element of the page, with its class and its words.

/** @returns {HTMLElement} */
export function make(name, className = '', words = '') {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.textContent = words;
  return element;
}
