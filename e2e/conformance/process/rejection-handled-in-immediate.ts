process.on('unhandledRejection', (reason) => console.log('unhandled', (reason as Error).message));
process.on('rejectionHandled', () => console.log('rejectionHandled'));
const a = Promise.reject(new Error('a'));
setImmediate(() => a.catch(() => console.log('caught')));
