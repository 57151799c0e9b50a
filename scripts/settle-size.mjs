// settle-size.mjs - keeps the module below a million bytes as a server sends it.
//
//     node scripts/settle-size.mjs IN.wasm OUT.wasm
//
// brotli cuts what it packs into blocks by what it has met so far. Where the code has some lengths, a cut falls so that the module takes 8 KB
// of a thousand more than with a few bytes more or less, one build in three. So a custom section, which engines skip (WebAssembly core
// specification, 5.5.3), goes before the code where it must: of some short ones the first with which the module stays below the limit, or
// the best.
import fs from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const LIMIT = 1_000_000; // bytes, packed
const HEADER = 8; // bytes: the magic number and the version
const PADDINGS = [0, 4, 8, 16, 24, 28, 32, 40, 48, 56]; // bytes

/** The module with a custom section named "pad" of so many zeros behind its header. */
function padded(module, zeros) {
  if (!zeros) return module;
  const name = Buffer.from('\u0003pad', 'latin1');
  const section = Buffer.concat([Buffer.from([0, name.length + zeros]), name, Buffer.alloc(zeros)]);
  return Buffer.concat([module.subarray(0, HEADER), section, module.subarray(HEADER)]);
}

function packedSize(module) {
  return brotliCompressSync(module, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: module.length },
  }).length;
}

const [input, output] = process.argv.slice(2);
const module = fs.readFileSync(input);
let best = { size: Infinity, module };
for (const zeros of PADDINGS) {
  const tried = padded(module, zeros), size = packedSize(tried);
  if (size < best.size) best = { size, module: tried };
  if (best.size < LIMIT) break;
}
fs.writeFileSync(output, best.module);
