// One worker, the same to talk to in browsers, Deno and Bun (Worker) and in
// Node (worker_threads).
import { AnnotateError } from './error.js';

/**
 * @param {undefined | string | URL | (() => Worker)} given a script or a worker of the host's own
 * @param {(message: object) => void} onanswer
 * @param {(error: AnnotateError) => void} onfailure the worker is of no more use
 */
export function openThread(given, onanswer, onfailure) {
  let live = true; // a worker that was closed has no say any more
  const open = typeof Worker === 'undefined' ? openInNode : openOnWeb;
  const heard = (listen) => (news) => live && listen(news);
  try {
    const thread = open(given, heard(onanswer), heard((cause) => onfailure(workerError(cause))));
    return { ...thread, close: () => ((live = false), thread.close()) };
  } catch (cause) {
    throw workerError(cause);
  }
}

function openOnWeb(given, onanswer, onfailure) {
  const worker = start(given);
  worker.onmessage = ({ data }) => onanswer(data);
  worker.onerror = worker.onmessageerror = (event) => {
    event.preventDefault?.();
    onfailure(event);
  };
  return { post: (message) => worker.postMessage(message), close: () => worker.terminate(), hold() {}, release() {} };
}

function start(given) {
  if (typeof given === 'function') return given();
  if (given !== undefined) return new Worker(given, { type: 'module' });
  return new Worker(new URL('./worker-script.js', import.meta.url), { type: 'module' });
}

// The address is put together as text: written like the one above, bundlers
// would copy the script a second time.
function openInNode(given, onanswer, onfailure) {
  const { Worker: NodeWorker } = globalThis.process.getBuiltinModule('node:worker_threads');
  const script = given ?? import.meta.url.replace(/[^/]*$/, 'worker-script.js');
  const worker = typeof script === 'function' ? script() : new NodeWorker(new URL(script), { execArgv: [] }); // flags of the program are not for it
  worker.on('message', onanswer);
  worker.on('error', onfailure);
  worker.on('exit', () => onfailure({ message: 'it ended' }));
  return {
    post: (message) => worker.postMessage(message),
    close: () => worker.terminate(),
    hold: () => worker.ref(),
    release: () => worker.unref(), // an idle worker keeps no program running
  };
}

function workerError(cause) {
  const reason = cause?.message || 'its script could not be loaded; is it on this origin, and does the page allow it?';
  return new AnnotateError('worker', `The worker failed: ${reason}`, null, { cause });
}
