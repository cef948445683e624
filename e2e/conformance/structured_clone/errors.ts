for (const value of [() => 1, Symbol('s'), new WeakMap(), { deep: [() => 1] }, Promise.resolve()]) {
  try {
    structuredClone(value);
  } catch (error) {
    const { name, message, code, constructor } = error as DOMException;
    console.log(name, code, constructor === DOMException, message);
  }
}
try {
  (structuredClone as () => void)();
} catch (error) {
  console.log((error as Error).name, (error as NodeJS.ErrnoException).code);
}
try {
  structuredClone({
    get x() {
      throw new RangeError('getter');
    },
  });
} catch (error) {
  console.log((error as Error).message);
}
