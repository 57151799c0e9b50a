// Runs inside the worker. Every message gets one answer, a result or an error.
import { makeEngine } from './engine.js';

const port = typeof globalThis.postMessage === 'function'
  ? globalThis
  : globalThis.process.getBuiltinModule('node:worker_threads').parentPort;

let engine;

async function work({ settings, text, options }) {
  if (settings) engine = await makeEngine(settings);
  else return engine.annotate(text, options);
}

async function answer(message) {
  try {
    port.postMessage({ id: message.id, result: await work(message) });
  } catch ({ code = 'internal', message: words, at = null }) {
    port.postMessage({ id: message.id, error: { code, message: words, at } });
  }
}

if (port === globalThis) port.onmessage = ({ data }) => answer(data);
else port.on('message', answer);
