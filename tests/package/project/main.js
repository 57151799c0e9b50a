import { createWorkerEngine, loadEngine } from 'bluepencil';
import * as inline from 'bluepencil/inline';
import 'bluepencil/element';

const text = 'It was built in 1931.';
const year = ({ dates }) => dates[0].text;
const element = document.querySelector('blue-pencil');
const annotated = element.result ?? new Promise((resolve) => element.addEventListener('annotated', ({ detail }) => resolve(detail)));

const words = [
  `thread:${year((await loadEngine()).annotate(text))}`,
  `worker:${year(await (await createWorkerEngine()).annotate(text))}`,
  `element:${year(await annotated)}`,
  `inline:${year((await inline.loadEngine()).annotate(text))}`,
];
document.querySelector('output').textContent = words.join(' ');
