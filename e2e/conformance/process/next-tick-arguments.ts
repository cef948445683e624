process.nextTick((...args: unknown[]) => console.log(args), 1, 'two', [3]);
try {
  process.nextTick('x' as never);
} catch (error) {
  console.log((error as NodeJS.ErrnoException).code, (error as Error).message);
}
