// What goes wrong is one kind of error in every face: a code to act on, a
// sentence to show, and the place. The codes of the engine itself are "memory",
// "utf8", "too-large", "options", "pattern", "json" and "data" (its own data are
// damaged); this side adds "wasm" (the engine could not be loaded), "worker" (its
// worker could not), "disposed" and "internal".
export class AnnotateError extends Error {
  /**
   * @param {string} code
   * @param {string} message
   * @param {number | null} [at] bytes into the input that is wrong, or null when no place is
   */
  constructor(code, message, at = null, options = undefined) {
    super(message, options);
    this.name = 'AnnotateError';
    this.code = code;
    this.at = at;
  }
}
