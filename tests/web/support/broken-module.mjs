// A WebAssembly module with the engine's exports whose bp_wasm_annotate runs
// into `unreachable`, as an engine with a fault would, or whose memory is all
// taken. The engine itself has no text that does the one, and takes a gigabyte
// for the other; what happens then has to be tried all the same.
const TYPES = [[[0x7f], [0x7f]], [[0x7f, 0x7f], [0x7f]], [[0x7f, 0x7f, 0x7f, 0x7f, 0x7f], [0x7f]], [[0x7f], []], [[], [0x7f]]];
const REPLY = 16, ROOM = 1024;
const constant = (value) => [0x41, ...leb(value), 0x0b];
const functions = (room) => [
  ['bp_wasm_take', 0, constant(room)],
  ['bp_wasm_give', 3, [0x0b]],
  ['bp_wasm_engine_new', 1, constant(REPLY)],
  ['bp_wasm_annotate', 2, [0x00, 0x0b]],
  ['bp_wasm_reply_free', 3, [0x0b]],
  ['bp_wasm_engine_free', 3, [0x0b]],
  ['bp_wasm_version', 4, constant(0)],
];

/** @param {{ full?: boolean }} [options] full: there is no memory left @returns {Uint8Array} */
export function brokenModule({ full = false } = {}) {
  const FUNCTIONS = functions(full ? 0 : ROOM);
  return Uint8Array.from([
    0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, TYPES.map(([parameters, results]) => [0x60, ...list(parameters), ...list(results)])),
    ...section(3, FUNCTIONS.map(([, type]) => [type])),
    ...section(5, [[0, 1]]),
    ...section(7, [...FUNCTIONS.map(([name], index) => [...text(name), 0, index]), [...text('memory'), 2, 0]]),
    ...section(10, FUNCTIONS.map(([, , code]) => [...leb(code.length + 1), 0, ...code])),
  ]);
}

function section(id, items) {
  const body = [...leb(items.length), ...items.flat()];
  return [id, ...leb(body.length), ...body];
}

function list(items) {
  return [...leb(items.length), ...items];
}

function text(words) {
  return list([...Buffer.from(words)]);
}

// Signed LEB128, which for the small numbers here serves for unsigned ones too.
function leb(value) {
  const bytes = [];
  for (;;) {
    const low = value & 0x7f;
    value >>= 7;
    if (value === 0 && !(low & 0x40)) return [...bytes, low];
    bytes.push(low | 0x80);
  }
}
