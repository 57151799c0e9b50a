// The style of <blue-pencil>. A site sets the custom properties of
// mark-style.js and styles the parts: bar, count, toggle, error, text, block,
// mark, note, list.
import { markStyle } from './mark-style.js';

export const elementStyle = `${markStyle}
:host { display: block; }
:host([hidden]) { display: none; }
.frame { position: relative; }
.bar { display: flex; gap: 1em; align-items: baseline; justify-content: space-between; font: 0.8rem/1.4 system-ui, sans-serif; }
.count { margin: 0; }
.text { font-family: var(--bp-font, Georgia, "Noto Serif", serif); line-height: 1.7; overflow-wrap: anywhere; }
.bp-block { white-space: pre-line; margin: 0 0 1em; }
h2.bp-block { font-size: 1.5em; line-height: 1.2; }
.bp-standfirst { font-size: 1.1em; }
.bp-byline, .bp-caption, .bp-furniture { font-size: 0.85em; }
button { font: inherit; color: inherit; background: none; border: 1px solid color-mix(in srgb, currentColor 35%, transparent);
  border-radius: 3px; padding: 0.2em 0.7em; cursor: pointer; }
button:focus-visible, summary:focus-visible { outline: 2px solid var(--bp-person); outline-offset: 2px; }
.error { font: 0.9rem/1.4 system-ui, sans-serif; border-left: 3px solid var(--bp-organization); padding: 0.4em 0.8em; }
.bp-note { position: absolute; z-index: 1; color: light-dark(#1c1b19, #ebe7de); box-sizing: border-box; width: max-content; max-width: min(22rem, 100%); padding: 0.7em 0.9em;
  background: light-dark(#fff, #2a2c30); border: 1px solid light-dark(#cfc8ba, #4a4d52); border-top: 3px solid var(--bp-colour);
  border-radius: 3px; box-shadow: 0 6px 20px #0003; font: 0.82rem/1.45 system-ui, sans-serif; }
.bp-note[hidden] { display: none; }
.bp-note-kind { margin: 0; font-size: 0.85em; }
.bp-note-title { margin: 0.1em 0 0.4em; font-weight: 600; font-size: 1.1em; }
.bp-note-rows { display: grid; grid-template-columns: max-content 1fr; gap: 0.1em 0.8em; margin: 0; }
.bp-note-rows dt { color: var(--bp-furniture); } .bp-note-rows dd { margin: 0; overflow-wrap: anywhere; }
.list { font: 0.85rem/1.5 system-ui, sans-serif; }
.list ul { list-style: none; padding: 0; margin: 0.5em 0 0; display: flex; flex-wrap: wrap; gap: 0.4em; }
@media (forced-colors: active) { .bp-note { border-color: CanvasText; } }
`;
