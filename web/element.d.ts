import type { AnnotateError, AnnotateOptions, Day, Engine, HouseStyle, Kind, Result } from './index.js';
import type { WorkerEngine } from './worker.js';

/** <blue-pencil>: an article with its marks. */
export class BluePencil extends HTMLElement {
  /** The text that is shown: as set, else the attribute, else what stands in the element. */
  text: string;
  date: Day | undefined;
  types: Kind[] | undefined;
  house: HouseStyle | null | undefined;
  /** Without one, all elements of a page share an engine. */
  engine: Engine | WorkerEngine | Promise<Engine | WorkerEngine> | undefined;
  readonly result: Result | null;
}

export interface Selection {
  kind: string;
  record: Result['mentions'][number] | Result['dates'][number] | Result['quotes'][number];
}

export interface ElementAnnotation {
  /** Marks the element anew, now. Rejects with an AnnotateError. */
  update(): Promise<Result>;
  /** Takes every mark away and follows no more edits. */
  disconnect(): void;
  readonly result: Result | null;
}

/**
 * Paints an element's own text with CSS Custom Highlights and follows its edits;
 * its DOM is not changed. Says "annotated" and "annotateerror" on the element.
 */
export function annotateElement(
  element: Element,
  engine: Engine | WorkerEngine,
  options?: AnnotateOptions & { /** Milliseconds without an edit before it is marked anew. */ pause?: number },
): ElementAnnotation;

declare global {
  interface HTMLElementTagNameMap {
    'blue-pencil': BluePencil;
  }
  interface HTMLElementEventMap {
    annotated: CustomEvent<Result>;
    annotateerror: CustomEvent<AnnotateError>;
  }
}
