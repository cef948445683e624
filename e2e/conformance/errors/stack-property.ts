function thrower() {
  throw new TypeError('with a stack');
}
try {
  thrower();
} catch (error) {
  const [first, second] = (error as Error).stack?.split('\n') ?? [];
  console.log(first);
  console.log(
    /at thrower \(file:.*stack-property\.ts:2:9\)|at thrower \(.*stack-property\.ts:2:9\)/.test(
      second ?? '',
    ),
  );
}
Error.stackTraceLimit = 1;
console.log(new Error('x').stack?.split('\n').length);
const holder: { stack?: string } = {};
Error.captureStackTrace(holder);
console.log(holder.stack?.split('\n')[0]);
