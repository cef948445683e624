/**
 * What the embedded engine needs of a browser, asked before Run is offered, so that a reader learns
 * the reason in a sentence and not from a failure.
 */
export interface Capabilities {
  crossOriginIsolated: boolean;
  sharedArrayBuffer: boolean;
  worker: boolean;
  /** Whether it has the youngest features of the language that the engine uses (2024). */
  current: boolean;
}

export function browserCapabilities(scope: typeof globalThis): Capabilities {
  return {
    crossOriginIsolated: scope.crossOriginIsolated === true,
    sharedArrayBuffer: 'SharedArrayBuffer' in scope,
    worker: 'Worker' in scope,
    current: 'withResolvers' in Promise && 'any' in AbortSignal,
  };
}

/** One sentence for each thing that is missing; empty when programs can run. */
export function missingCapabilities(has: Capabilities): string[] {
  const missing: string[] = [];
  if (!has.current) {
    missing.push(
      'This browser is too old: a Chrome, Edge, Firefox or Safari from 2024 on is needed.',
    );
  }
  if (!has.worker) {
    missing.push('This browser has no web workers, and threads and processes run in them.');
  }
  if (!has.crossOriginIsolated) {
    missing.push(
      'This page is not cross-origin isolated: its server must send the headers ' +
        'Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp. ' +
        'Without them browsers do not let a page share memory between threads.',
    );
  } else if (!has.sharedArrayBuffer) {
    missing.push(
      'This browser has no SharedArrayBuffer, the memory that threads share. ' +
        'A current Chrome, Edge, Firefox or Safari has it.',
    );
  }
  return missing;
}
