// A file as text. Plain text and HTML, in UTF-8 or with a mark that says UTF-16.
import { AnnotateError } from '../error.js';
import { textOfHTML } from './rich-text.js';

/** @returns {Promise<string>} rejects with the AnnotateError "utf8" */
export async function textOfFile(file) {
  const text = decode(new Uint8Array(await file.arrayBuffer()), file.name);
  return /\.html?$/i.test(file.name) || file.type === 'text/html' ? textOfHTML(text) : text;
}

function decode(bytes, name) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    const at = firstWrongByte(bytes);
    throw new AnnotateError('utf8', `${name} is not UTF-8 text: byte ${at} is wrong. Save it as UTF-8 and open it again.`, at, { cause });
  }
}

// The longest beginning that can be decoded, by halving; its last character may
// be the one that is not whole.
function firstWrongByte(bytes) {
  let good = 0, bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodeBeginning(bytes, middle) === null) bad = middle;
    else good = middle;
  }
  return new TextEncoder().encode(decodeBeginning(bytes, good)).length;
}

function decodeBeginning(bytes, end) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, end), { stream: true });
  } catch {
    return null;
  }
}
