/** What passes between the page and the window of the sandboxed frame. */
export type ToFrame = {
  type: 'start';
  /** Source text of `runtime/kernel-worker.ts`, bundled. */
  kernel: string;
  /** Source text of `runtime/thread-worker.ts`, bundled. */
  thread: string;
  /** Threads that stand ready. */
  spares: number;
};

export type FromFrame = { type: 'loaded' } | { type: 'failed'; reason: string };
