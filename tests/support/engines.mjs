// The engine twice: the native command, and the WebAssembly module in this
// process. Both give the bytes of the JSON, so that they can be compared.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, importBuilt, wasmFile } from '../web/support/build.mjs';

export const command = join(build, 'bluepencil');

/** Runs the command. @returns {{ status: number, stdout: string, stderr: string }} */
export function run(words, input = '', options = {}) {
  const ran = spawnSync(command, words, { input, encoding: 'utf8', maxBuffer: 1 << 30, ...options });
  if (ran.error && ran.error.code !== 'EPIPE') throw ran.error; // it need not read all of its input
  return ran;
}

/**
 * Annotates many texts in one process, which is what --jsonl is for.
 * @param {{ text: string, date?: string }[]} records
 * @returns {string[]} a line of JSON for each: a result, or {"line":n,"error":...}
 */
export function annotateLines(records, words = []) {
  const input = records.map(({ text, date }, id) => `${JSON.stringify({ id, text, date })}\n`).join('');
  const { stdout, stderr, status } = run(['--jsonl', '--jobs', '2', ...words], input);
  if (status !== 0 && status !== 1) throw new Error(`bluepencil ${words.join(' ')} ended with ${status}: ${stderr}`);
  const lines = stdout.split('\n').slice(0, -1);
  if (lines.length !== records.length) throw new Error(`${records.length} lines went in, ${lines.length} came out: ${stderr}`);
  return lines.map((line, id) => {
    const prefix = `{"id":${id},`;
    if (!line.startsWith(prefix)) throw new Error(`line ${id + 1} does not begin with ${prefix}: ${line.slice(0, 80)}`);
    return `{${line.slice(prefix.length)}`;
  });
}

/** A machine of the module, and the engines made in it. */
export async function openWasm() {
  const { Machine } = await importBuilt('machine.js');
  const machine = new Machine(new WebAssembly.Instance(new WebAssembly.Module(readFileSync(wasmFile)), {}));
  const engines = new Map();
  return {
    /** @returns {string} the result's JSON; throws AnnotateError */
    annotate(text, request = {}, settings = {}) {
      const key = JSON.stringify(settings);
      if (!engines.has(key)) engines.set(key, machine.newEngine(key));
      return machine.annotate(engines.get(key), text, request);
    },
  };
}
