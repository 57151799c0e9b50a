// How marks look, in one place for the page, the element and saved HTML. Every
// kind has a line of its own as well as a colour; colours are custom properties
// that a site may set. As a string, because a strict Content-Security-Policy
// takes constructed style sheets where it refuses <style>.
export const colourStyle = `
:root, :host {
  --bp-person: light-dark(#2456a8, #8db4f5);
  --bp-organization: light-dark(#a1322b, #eda397);
  --bp-place: light-dark(#26713f, #85c99b);
  --bp-group: light-dark(#7b4a9c, #c9a6e8);
  --bp-date: light-dark(#9a6200, #e3b75f);
  --bp-quote: light-dark(#2456a8, #8db4f5);
  --bp-thing: light-dark(#476271, #a8bfcb);
  --bp-figure: light-dark(#6a645a, #b5afa2);
  --bp-furniture: light-dark(#69645b, #a29d92);
}
`;

export const markStyle = `${colourStyle}
.bp-person { --bp-colour: var(--bp-person); --bp-line: solid; --bp-weight: 2px; }
.bp-organization { --bp-colour: var(--bp-organization); --bp-line: double; --bp-weight: 1px; }
.bp-place { --bp-colour: var(--bp-place); --bp-line: dotted; --bp-weight: 2px; }
.bp-group { --bp-colour: var(--bp-group); --bp-line: dashed; --bp-weight: 1.5px; }
.bp-event, .bp-work, .bp-product, .bp-law { --bp-colour: var(--bp-thing); --bp-line: dashed; --bp-weight: 1px; }
.bp-money, .bp-percent, .bp-quantity { --bp-colour: var(--bp-figure); --bp-line: dotted; --bp-weight: 1.5px; }
.bp-email, .bp-url, .bp-handle { --bp-colour: var(--bp-figure); --bp-line: solid; --bp-weight: 1px; }
.bp-date, .bp-time, .bp-duration, .bp-set { --bp-colour: var(--bp-date); --bp-line: solid; --bp-weight: 1px; }
.bp-direct, .bp-mixed, .bp-indirect { --bp-colour: var(--bp-quote); --bp-line: none; --bp-weight: 1px; }
.bp-block.bp-furniture, aside.bp-furniture { color: var(--bp-furniture); }
.bp-mark { background: none; color: inherit; cursor: default; border-radius: 2px; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.bp-mark:not(.bp-off) {
  text-decoration-line: underline; text-decoration-style: var(--bp-line); text-decoration-color: var(--bp-colour);
  text-decoration-thickness: var(--bp-weight); text-underline-offset: 0.22em; text-decoration-skip-ink: none;
}
.bp-mark.bp-quote:not(.bp-off) { text-decoration-line: none; padding-block: 0.12em; }
.bp-mark:is(.bp-direct, .bp-mixed):not(.bp-off) { background: color-mix(in srgb, var(--bp-quote) 9%, transparent); }
.bp-mark.bp-mixed:not(.bp-off) { border-bottom: 1px dotted var(--bp-quote); }
.bp-mark.bp-indirect:not(.bp-off) { border-bottom: 1px dashed color-mix(in srgb, var(--bp-quote) 55%, transparent); }
.bp-mark:is(.bp-date, .bp-time, .bp-duration, .bp-set):not(.bp-off) {
  background: linear-gradient(transparent 55%, color-mix(in srgb, var(--bp-date) 20%, transparent) 55% 94%, transparent 94%);
}
.bp-mark:not(.bp-off):hover, .bp-mark.bp-same:not(.bp-off) { background-color: color-mix(in srgb, var(--bp-colour) 12%, transparent); }
.bp-mark.bp-active:not(.bp-off) { background-color: color-mix(in srgb, var(--bp-colour) 14%, transparent); }
.bp-mark.bp-lit:is(.bp-mention, .bp-date, .bp-quote) { background: color-mix(in srgb, var(--bp-colour) 26%, transparent); }
.bp-mark:focus-visible { outline: 2px solid var(--bp-colour); outline-offset: 2px; }
.bp-speaker.bp-same, .bp-cue.bp-same { background: color-mix(in srgb, var(--bp-quote) 18%, transparent); border-radius: 2px; }
@media (forced-colors: active) {
  .bp-mark:not(.bp-off):is(.bp-active, .bp-same), .bp-mark.bp-lit, .bp-speaker.bp-same { outline: 2px solid Highlight; }
}
`;

const sheets = new Map();

/** @returns {CSSStyleSheet} the same one every time for the same style */
export function sheetOf(style) {
  if (!sheets.has(style)) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    sheets.set(style, sheet);
  }
  return sheets.get(style);
}
