/**
 * What the embedded engine needs of a browser, asked before Run is offered, so that a reader learns
 * the reason in a sentence (`explain-unavailable.ts`) and not from a failure.
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

/** Whether programs can run. */
export function isEnough(has: Capabilities): boolean {
  return Object.values(has).every(Boolean);
}
