// What a result can be written as.
export { toHTML } from './html.js';
export { toW3C } from './w3c.js';
export { toCSV } from './csv.js';
export { speakersOf, toSpeakersCSV } from './speakers.js';
export { toICS } from './ics.js';
