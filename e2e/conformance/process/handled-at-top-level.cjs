// What the program itself throws can be taken by a listener; the process then ends as usual.
process.on('uncaughtException', (error, origin) => console.log('caught', error.message, origin));
process.on('exit', (code) => console.log('exit', code, process.exitCode));
setImmediate(() => console.log('later'));
throw new Error('at once');
