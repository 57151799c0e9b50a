/** "2019-05-31", or a Date, of which the day on the caller's own calendar is taken. */
export type Day = string | Date;

export type OffsetUnit = 'utf-16' | 'utf-8' | 'code-point';

export type EntityType =
  | 'person' | 'organization' | 'place' | 'group' | 'event' | 'work' | 'product' | 'law'
  | 'money' | 'percent' | 'quantity' | 'email' | 'url' | 'handle';
export type DateType = 'date' | 'time' | 'duration' | 'set';
export type QuoteType = 'direct' | 'mixed' | 'indirect';
/** A type, or all of "names" (of the tagger), "rules" (money to handle), "dates" or "quotes". */
export type Kind = EntityType | DateType | QuoteType | 'names' | 'rules' | 'dates' | 'quotes';
export type Role = 'headline' | 'standfirst' | 'byline' | 'dateline' | 'caption' | 'body' | 'furniture';
/** "nominal" is a description, "the UN mission" for UNMIK; it and "pronoun" are in the data and in CSV, and are not marked. */
export type Form = 'name' | 'short' | 'acronym' | 'nominal' | 'pronoun';

/** A newsroom's own names, what it never wants marked, and its patterns (PCRE2). */
export interface HouseStyle {
  names?: { name: string; type: EntityType; aliases?: string[]; id?: string }[];
  ignore?: string[];
  patterns?: { type: EntityType; regex: string }[];
}

export interface AnnotateOptions {
  /** The day of the article, against which "Friday" is reckoned. Without it the text is asked. */
  date?: Day;
  /** Where the readers are, "+05:30", "Z" or minutes east of Greenwich: of a `date` that is a moment (a Date, or
   * "2019-05-31T20:30Z") the day is taken there. Nothing else hangs on it. */
  zone?: string | number;
  /** Is 3/4/2019 the third of April (true) or the fourth of March (false)? Without it the text is asked, and where it
   * does not tell, a date has `alternatives`. */
  dayFirst?: boolean;
  /** What is wanted; all by default. */
  types?: Kind[];
  /** What offsets count; "utf-16", as JavaScript does, by default. */
  offsets?: OffsetUnit;
  /** Whether navigation, newsletter boxes and the like get marks too. */
  furniture?: boolean;
  /** In place of the engine's own house style, for this call; null is none. */
  house?: HouseStyle | null;
}

/** Half open: `text.slice(start, end)` in the unit that `offsets` names. */
export interface Span {
  start: number;
  end: number;
}

export interface Words extends Span {
  text: string;
}

export interface Block extends Span {
  role: Role;
}

export interface Entity {
  id: string;
  type: EntityType;
  /** The fullest form that the article uses. */
  name: string;
  role?: string;
  /** The newsroom's own id. */
  house?: string;
  /** Indexes among the mentions, in order of the text. */
  mentions: number[];
  country?: string;
  latitude?: number;
  longitude?: number;
  geonames?: number;
}

export interface Mention extends Words {
  type: EntityType;
  entity: string;
  form: Form;
  score: number;
  why: string;
}

export interface DateMention extends Words {
  type: DateType;
  /** TIMEX3: "2019-05-31", "199", "P3D", "PAST_REF"; a range is "1998/1999". */
  value: string;
  /** Both readings of "3/4/2019", `value` first, where nothing tells whether the day comes first. */
  alternatives?: [string, string];
  mod?: string;
  quant?: string;
  freq?: string;
  /** The first and the last day, where a calendar can draw them. */
  earliest?: string;
  latest?: string;
  score: number;
  why: string;
}

export interface Speaker extends Words {
  name: string;
  entity?: string;
}

export interface Quote extends Words {
  type: QuoteType;
  /** The pieces, marks included: several when it is split. */
  spans: [start: number, end: number][];
  /** Of a mixed quotation, the whole clause. */
  content?: [start: number, end: number];
  speaker?: Speaker;
  cue?: Words;
  score: number;
  why: string;
}

export interface Result {
  schema: 'bluepencil/1';
  offsets: OffsetUnit;
  language: 'en';
  reference: { date: string | null; source?: 'option' | 'text' };
  blocks: Block[];
  entities: Entity[];
  mentions: Mention[];
  dates: DateMention[];
  quotes: Quote[];
  /** What went wrong without ending the call. */
  warnings?: string[];
}

export type ErrorCode =
  | 'memory' | 'utf8' | 'too-large' | 'options' | 'pattern' | 'json' | 'data'
  | 'wasm' | 'worker' | 'disposed' | 'internal';

export class AnnotateError extends Error {
  constructor(code: ErrorCode, message: string, at?: number | null, options?: ErrorOptions);
  readonly name: 'AnnotateError';
  readonly code: ErrorCode;
  /** Bytes into the input that is wrong; null when no place is. */
  readonly at: number | null;
}

/** What the engine can be loaded from. */
export type WasmSource = string | URL | BufferSource | Response | WebAssembly.Module;

export interface EngineOptions {
  /** By default the engine.wasm beside the package's own files. */
  wasm?: WasmSource | Promise<WasmSource>;
  house?: HouseStyle | null;
  /** The longest text taken, in bytes of UTF-8; 64 MiB by default. */
  maxBytes?: number;
}

export interface Engine extends Disposable {
  readonly version: string;
  /** Marks a text, given as a string or as bytes of UTF-8. Throws an AnnotateError. */
  annotate(text: string | Uint8Array, options?: AnnotateOptions): Result;
  /** Gives the memory back; more than once does nothing. */
  dispose(): void;
}

/** Rejects with an AnnotateError. */
export function loadEngine(options?: EngineOptions): Promise<Engine>;

export { createWorkerEngine } from './worker.js';
export type { WorkerEngine, WorkerEngineOptions, WorkerAnnotateOptions } from './worker.js';

/** The article as HTML, escaped, with classes and data attributes only. */
export function toHTML(text: string, result: Result): string;

export interface W3CAnnotation {
  '@context': string;
  id: string;
  type: 'Annotation';
  motivation: string;
  body: object[];
  target: W3CTarget | W3CTarget[];
}

export interface W3CTarget {
  source: string;
  selector: [
    { type: 'TextQuoteSelector'; exact: string; prefix: string; suffix: string },
    { type: 'TextPositionSelector'; start: number; end: number },
  ];
}

/** One W3C Web Annotation for each name (no descriptions or pronouns), date and quotation; positions in code points. */
export function toW3C(text: string, result: Result, options?: { source?: string }): W3CAnnotation[];

/** A heading and a line for each mention, date and quotation (RFC 4180); that of a quotation has its speaker, their
 * role, the words in quotation marks, and their share of all such words. */
export function toCSV(result: Result): string;

export interface SpeakerShare {
  /** The speaker's full name; empty for the words whose speaker was not found. */
  name: string;
  role?: string;
  entity?: string;
  /** Words in quotation marks; indirect speech has none of these. */
  words: number;
  /** Of all words in quotation marks, 0 to 1, in thousandths. */
  share: number;
  /** Indexes among the quotations, indirect ones too, in order of the text. */
  quotes: number[];
}

/** Who speaks, those with most words first; what nobody is known to have said comes last. */
export function speakersOf(result: Result): SpeakerShare[];

/** The same as a table with a heading: speaker, role, words, share (RFC 4180). */
export function toSpeakersCSV(result: Result): string;

export interface CalendarOptions {
  /** The address of the text; every event has it as its URL. */
  source?: string;
  /** What an event is called: the sentence around the date (the default), or the words of the date itself. */
  summary?: 'sentence' | 'words';
  /** What the calendar is called; by default the headline. */
  name?: string;
}

/** A calendar (RFC 5545) with an event of whole days for each date that has `earliest` and `latest`; empty when none has.
 * No clock: the events are stamped with the day of the article, or 1970 where it is not known. */
export function toICS(text: string, result: Result, options?: CalendarOptions): string;
