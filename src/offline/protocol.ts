/** What a page asks of the service worker, and what that answers. */

export type ToWorker =
  /** Keep this page, and with `core` what every page needs. Not answered. */
  | { type: 'keep'; pathname: string; core: boolean }
  | { type: 'ask' }
  /** Keep these files. The page asks for a few at a time, so that it can show how far it is, and stop. */
  | { type: 'save'; paths: readonly string[] }
  /** From now on every version is kept whole, or no longer: then only the core stays. */
  | { type: 'whole'; wanted: boolean };

export type FromWorker =
  | {
      type: 'state';
      /** Whether the whole site was asked for. */
      whole: boolean;
      files: number;
      bytes: number;
      missing: readonly (readonly [path: string, bytes: number])[];
    }
  | { type: 'saved' }
  /** Why a file was not kept, for the reader. */
  | { type: 'failed'; reason: string };
