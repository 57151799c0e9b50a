// The copy: what was typed, pasted, dropped or opened.
import { Annotator } from './annotator.js';
import { textOfFile } from './file.js';
import { textOfRich } from './rich-text.js';

export class Copy {
  #field = document.getElementById('copy');
  #advice = document.getElementById('copy-advice');
  #mark = document.getElementById('mark');
  #listener;

  isSample = false;

  /** @param {{ onchange: (text: string, how: { now: boolean }) => void, onerror: (error: Error) => void, onsample: () => void }} listener */
  constructor(listener) {
    this.#listener = listener;
    this.#followField();
    this.#followButtons();
    this.#followDrops();
  }

  get text() {
    return this.#field.value;
  }

  /** Lays another text on the desk. */
  put(text, { sample = false } = {}) {
    this.#field.value = text;
    this.#field.scrollTop = 0;
    this.#changed({ sample });
  }

  #changed({ sample = false } = {}) {
    const long = Annotator.isLong(this.text);
    this.isSample = sample;
    this.#mark.hidden = this.#advice.hidden = !long;
    this.#advice.textContent = long ? `A long text (${sayLength(this.text)}). It is marked when you ask for it.` : '';
    this.#listener.onchange(this.text, { now: sample });
  }

  #followField() {
    this.#field.addEventListener('input', () => this.#changed());
    this.#field.addEventListener('paste', (event) => this.#paste(event));
    document.addEventListener('paste', (event) => this.#pasteElsewhere(event));
  }

  // Rich text is put in as the text that it shows; the browser's own way keeps undo.
  #paste(event) {
    const text = textOfRich(event.clipboardData);
    if (text === null) return;
    event.preventDefault();
    if (!document.execCommand?.('insertText', false, text)) {
      this.#field.setRangeText(text, this.#field.selectionStart, this.#field.selectionEnd, 'end');
      this.#changed();
    }
  }

  // A paste that no field takes is a new article.
  #pasteElsewhere(event) {
    if (event.target.closest?.('textarea, input')) return;
    const text = textOfRich(event.clipboardData) ?? event.clipboardData.getData('text/plain');
    if (!text) return;
    event.preventDefault();
    this.put(text);
  }

  #followButtons() {
    const file = document.getElementById('file');
    const on = (id, act) => document.getElementById(id).addEventListener('click', act);
    on('mark', () => this.#listener.onchange(this.text, { now: true }));
    on('open', () => file.click());
    on('sample', () => this.#listener.onsample());
    on('clear', () => this.put(''));
    file.addEventListener('change', () => {
      this.#openFile(file.files[0]);
      file.value = '';
    });
  }

  #followDrops() {
    const lift = (lifted) => document.body.classList.toggle('lifted', lifted);
    document.addEventListener('dragover', (event) => {
      event.preventDefault();
      lift(true);
    });
    document.addEventListener('dragleave', (event) => event.relatedTarget ?? lift(false));
    document.addEventListener('drop', (event) => {
      event.preventDefault();
      lift(false);
      const { files } = event.dataTransfer;
      const text = textOfRich(event.dataTransfer) ?? event.dataTransfer.getData('text/plain');
      if (files.length) this.#openFile(files[0]);
      else if (text) this.put(text);
    });
  }

  async #openFile(file) {
    if (!file) return;
    try {
      this.put(await textOfFile(file));
    } catch (error) {
      this.#listener.onerror(error);
    }
  }
}

function sayLength(text) {
  return text.length < 1e6 ? `${Math.round(text.length / 1000)} thousand characters` : `${(text.length / 1e6).toFixed(1)} million characters`;
}
