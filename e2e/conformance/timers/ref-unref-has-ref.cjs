const timer = setTimeout(() => console.log('never'), 10_000);
console.log(timer.hasRef(), timer.unref() === timer, timer.hasRef(), timer.ref().hasRef());
timer.unref();
const immediate = setImmediate(() => console.log('never for an immediate that is unrefed'));
console.log(immediate.hasRef(), immediate.unref() === immediate, immediate.hasRef());
process.on('exit', () => console.log('exit'));
