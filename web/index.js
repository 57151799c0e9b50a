// Bluepencil: who, when, and who said what in a news article.
//
//     import { loadEngine } from 'bluepencil';
//
//     const engine = await loadEngine();
//     const { mentions } = engine.annotate(article, { date: '2019-05-31' });
//     for (const { type, text } of mentions) console.log(type, text);
export { AnnotateError } from './error.js';
export { loadEngine } from './load.js';
export { createWorkerEngine } from './worker.js';
export * from './formats.js';
