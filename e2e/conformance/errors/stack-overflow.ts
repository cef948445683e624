const deep = (): number => 1 + deep();
try {
  deep();
} catch (error) {
  console.log(error instanceof RangeError, (error as Error).message);
}
