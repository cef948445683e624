/** Stands for the npm package `abort-controller` in `readable-stream`: browsers have both classes. */
const { AbortController: Controller, AbortSignal: Signal } = globalThis;

export { Controller as AbortController, Signal as AbortSignal };
