/** Parts of the platform that WebKit lacks or has otherwise. */

type Listener = EventListenerOrEventListenerObject | null;
type Subscribe = (this: EventTarget, type: string, listener: Listener, options?: unknown) => void;

/** `for await` over a `ReadableStream`. */
export function installStreamIterator(): void {
  const { prototype } = ReadableStream;
  if (Symbol.asyncIterator in prototype) return;
  async function* values(
    this: ReadableStream,
    { preventCancel = false } = {},
  ): AsyncGenerator<unknown> {
    const reader = this.getReader();
    let isDone = false;
    try {
      for (;;) {
        const { done, value } = await reader.read();
        isDone = done;
        if (done) return;
        yield value;
      }
    } finally {
      if (!isDone && !preventCancel) await reader.cancel();
      reader.releaseLock();
    }
  }
  for (const name of ['values', Symbol.asyncIterator]) {
    Object.defineProperty(prototype, name, { value: values, writable: true, configurable: true });
  }
}

/**
 * Reports what a listener throws with the error itself. The scripts of this worker come from
 * elsewhere than its origin, so the browser would say no more than that there was an error.
 */
export function installListenerErrors(): void {
  const dispatch = dispatchEvent.bind(globalThis);
  const Report = ErrorEvent;
  const { prototype } = EventTarget;
  const { addEventListener, removeEventListener } = prototype;
  const wrappers = new WeakMap<object, EventListener>();
  const wrap = (listener: Listener): EventListener | null => {
    if (listener === null || (typeof listener !== 'object' && typeof listener !== 'function'))
      return listener;
    const known = wrappers.get(listener);
    if (known) return known;
    const wrapper = function (this: EventTarget, event: Event): void {
      try {
        const callback = typeof listener === 'function' ? listener : listener.handleEvent;
        Reflect.apply(callback, typeof listener === 'function' ? this : listener, [event]);
      } catch (error) {
        dispatch(new Report('error', { error, cancelable: true }));
      }
    };
    wrappers.set(listener, wrapper);
    return wrapper;
  };
  const replace = (name: string, native: Subscribe): void => {
    const method: Subscribe = function (type, listener, options) {
      Reflect.apply(native, this, [type, wrap(listener), options]);
    };
    Object.defineProperty(prototype, name, { value: method, writable: true, configurable: true });
  };
  replace('addEventListener', addEventListener as Subscribe);
  replace('removeEventListener', removeEventListener as Subscribe);
}
