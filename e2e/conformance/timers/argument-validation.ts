for (const callback of [undefined, null, 'code', 5, {}]) {
  for (const set of [setTimeout, setInterval, setImmediate, queueMicrotask]) {
    try {
      (set as (callback: unknown) => void)(callback);
      console.log(set.name, 'accepted');
    } catch (error) {
      console.log(set.name, (error as NodeJS.ErrnoException).code, (error as Error).message);
    }
  }
}
clearTimeout(undefined);
clearTimeout('nothing' as never);
clearInterval({} as never);
clearImmediate(null as never);
console.log('clear accepts anything');
