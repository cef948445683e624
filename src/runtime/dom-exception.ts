/**
 * `DOMException` with a stack of its own, as in Node. V8 and JavaScriptCore give it none, so that
 * it would print without its place; SpiderMonkey does. The constructor is the browser's, behind a
 * proxy: exceptions of any origin stay instances of it.
 */
export function giveDomExceptionStacks(): void {
  const { prototype } = DOMException;
  if ('stack' in prototype) return;
  const { captureStackTrace: capture } = Error as typeof Error & {
    captureStackTrace: (target: object) => void;
  };
  const Traced = new Proxy(DOMException, {
    construct(Native, args, target) {
      const exception = Reflect.construct(Native, args, target) as DOMException;
      capture(exception);
      return exception;
    },
  });
  for (const [holder, name] of [
    [globalThis, 'DOMException'],
    [prototype, 'constructor'],
  ] as const) {
    Object.defineProperty(holder, name, { value: Traced, writable: true, configurable: true });
  }
}
