type Constructor = abstract new (...args: never[]) => object;

/** A class that may be called without `new`, as Node's older ones are. */
export function callable<C extends Constructor>(Class: C, name: string): C {
  function Callable(...args: unknown[]): object {
    return Reflect.construct(Class as unknown as () => object, args, new.target ?? Callable);
  }
  Object.setPrototypeOf(Callable, Object.getPrototypeOf(Class) as object);
  Object.defineProperties(Callable, {
    name: { value: name, configurable: true },
    prototype: { value: Class.prototype },
  });
  Object.defineProperty(Class.prototype, 'constructor', { value: Callable, configurable: true });
  return Callable as unknown as C;
}
