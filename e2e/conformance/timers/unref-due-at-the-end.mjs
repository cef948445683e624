// A loop that nothing keeps alive begins no round for a timer that does not count, even if it is due.
setTimeout(() => console.log('never'), 1).unref();
const start = performance.now();
while (performance.now() - start < 20);
process.on('exit', (code) => console.log('exit', code));
await new Promise(() => {});
