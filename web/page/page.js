// The page: what lies on the desk, and what each change of it sets going.
import { createWorkerEngine } from '../worker.js';
import { markStyle, sheetOf } from '../mark-style.js';
import { Annotator } from './annotator.js';
import { Copy } from './copy.js';
import { followExports } from './export.js';
import { Legend } from './legend.js';
import { Lists } from './lists.js';
import { Proof } from './proof.js';
import { Reference } from './reference.js';
import { Said } from './said.js';
import { Status } from './status.js';
import { fetchSample } from './sample.js';
import { Timeline } from './timeline.js';

document.adoptedStyleSheets = [sheetOf(markStyle)];

const status = new Status();
const proof = new Proof({ onlook: (mark) => timeline.point(mark?.family === 'date' ? mark.index : null) });
const legend = new Legend((kind, shown) => proof.toggle(kind, shown));
const said = new Said({ ongo: (indexes) => proof.goTo('quote', indexes), onlight: (indexes) => proof.light('quote', indexes) });
const timeline = new Timeline({ ongo: (indexes) => proof.goTo('date', indexes), onlight: (indexes) => proof.light('date', indexes) });
const lists = new Lists((family, index) => proof.goTo(family, index));
const reference = new Reference(() => take(copy.text, { now: !Annotator.isLong(copy.text) }));
const annotator = new Annotator(createWorkerEngine(), { onbusy: () => status.busy(), onresult: show, onerror: (error) => status.fail(error) });
const copy = new Copy({
  onchange: take,
  onerror: (error) => status.refuse(error),
  onsample: putSample,
});

followExports(() => proof.shown, status);
putSample();

function take(text, { now }) {
  annotator.take(text, reference.date, { now });
  if (!now && Annotator.isLong(text)) wait();
}

function wait() {
  proof.wait();
  status.say('Not marked yet');
}

function show(text, result, milliseconds) {
  status.done(result, milliseconds);
  proof.show(text, result, copy.isSample);
  legend.show(result);
  said.show(result);
  timeline.show(result);
  lists.show(text, result);
  reference.show(result);
  if (text !== copy.text && Annotator.isLong(copy.text)) wait(); // it came after its time
}

async function putSample() {
  try {
    const text = await fetchSample();
    reference.clear();
    copy.put(text, { sample: true });
  } catch (error) {
    status.refuse(error);
  }
}
