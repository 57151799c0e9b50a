// Where the engine lies: beside this file. Bundlers find the file by this very
// expression, so it stands once, at top level, and with a literal.
export const engineLocation = new URL('./engine.wasm', import.meta.url);
