// From the start of a program to its first result, in a fresh process: `node load.mjs PACKAGE`; prints milliseconds.
const began = performance.now();
const { loadEngine } = await import(`${process.argv[2]}/index.js`);
const engine = await loadEngine();
engine.annotate('Ama Nkrumah arrived in Turin on Friday. "We wait," she said.');
console.log((performance.now() - began).toFixed(0));
