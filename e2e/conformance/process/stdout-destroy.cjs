// Standard output closes, and can be written to all the same.
process.stdout.on('close', () => console.log('close'));
process.stdout.destroy();
console.log(process.stdout.destroyed, process.stdout.writable);
setImmediate(() => process.stdout.write('still written\n'));
