// Not run: compiled, to keep the hand-written types honest.
import { AnnotateError, createWorkerEngine, loadEngine, speakersOf, toCSV, toHTML, toICS, toSpeakersCSV, toW3C } from '../../../web/index.js';
import type { AnnotateOptions, Engine, Kind, Result } from '../../../web/index.js';
import { createWorkerEngine as fromWorker } from '../../../web/worker.js';
import { annotateElement, BluePencil } from '../../../web/element.js';

const options: AnnotateOptions = { date: new Date(), zone: '+05:30', dayFirst: true, types: ['person', 'dates'], offsets: 'code-point', furniture: true, house: null };

export async function engine(bytes: Uint8Array<ArrayBuffer>): Promise<Result> {
  using engine: Engine = await loadEngine({ wasm: fetch('engine.wasm'), house: { ignore: ['Will'] }, maxBytes: 1e6 });
  const { mentions, dates, quotes, reference } = engine.annotate('text', options);
  const name: string | undefined = quotes[0]?.speaker?.name;
  const [start, end]: [number, number] = quotes[0]!.spans[0]!;
  const other: string | undefined = dates[0]?.alternatives?.[1];
  console.log(mentions[0]?.entity, dates[0]?.earliest?.length, other, name, start + end, reference.date ?? 'none', engine.version);
  // @ts-expect-error a typing error in an option
  engine.annotate('text', { datum: '2019-05-31' });
  // @ts-expect-error a kind that there is not
  engine.annotate('text', { types: ['people'] });
  // @ts-expect-error a text must be a string or bytes
  engine.annotate(12);
  // @ts-expect-error the place may be absent
  mentions[0].start.toFixed();
  return engine.annotate(bytes);
}

export async function worker(signal: AbortSignal): Promise<string> {
  const first = await createWorkerEngine({ worker: () => new Worker('x.js'), wasm: new URL('file:///x') });
  const second = await fromWorker();
  const result = await first.annotate('text', { signal, types: ['names'] satisfies Kind[] });
  // @ts-expect-error the engine of this thread takes no signal
  (await loadEngine()).annotate('text', { signal });
  second.dispose();
  try {
    const role: string | undefined = speakersOf(result)[0]?.role;
    console.log(role, toSpeakersCSV(result), toICS('text', result, { summary: 'words', source: 'https://example.org/a' }));
    return toHTML('text', result) + toCSV(result) + toW3C('text', result, { source: 'x' })[0]?.id;
  } catch (error) {
    if (error instanceof AnnotateError && error.code === 'too-large') return String(error.at);
    throw error;
  }
}

export function element(engine: Engine): void {
  const element: BluePencil = document.createElement('blue-pencil');
  element.text = 'text';
  element.date = '2019-05-31';
  element.addEventListener('annotated', ({ detail }) => console.log(detail.entities.length));
  element.addEventListener('annotateerror', ({ detail }) => console.log(detail.code));
  const handle = annotateElement(document.body, engine, { pause: 100, types: ['quotes'] });
  handle.update().then(({ quotes }) => console.log(quotes.length, handle.result?.language));
  handle.disconnect();
  // @ts-expect-error the result is the element's own
  element.result = null;
}
