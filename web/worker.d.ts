import type { AnnotateOptions, EngineOptions, Result } from './index.js';

export interface WorkerAnnotateOptions extends AnnotateOptions {
  /** Aborting rejects at once with the signal's reason, whether the call waits or runs. */
  signal?: AbortSignal;
}

export interface WorkerEngineOptions extends EngineOptions {
  /** A worker script of the host's own (one that imports "bluepencil/worker-script"), or what makes the worker. */
  worker?: string | URL | (() => Worker);
}

export interface WorkerEngine extends Disposable {
  /** Marks a text in the worker; calls are answered one by one, in order. Rejects with an AnnotateError. */
  annotate(text: string | Uint8Array, options?: WorkerAnnotateOptions): Promise<Result>;
  /** Ends the worker; calls that wait or run are rejected. More than once does nothing. */
  dispose(): void;
}

/** Rejects with an AnnotateError. */
export function createWorkerEngine(options?: WorkerEngineOptions): Promise<WorkerEngine>;
