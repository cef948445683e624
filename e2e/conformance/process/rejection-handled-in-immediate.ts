// differs: a browser reports an unhandled rejection only after a task of its own, so an immediate may handle it before
process.on('unhandledRejection', (reason) => console.log('unhandled', (reason as Error).message));
process.on('rejectionHandled', () => console.log('rejectionHandled'));
const a = Promise.reject(new Error('a'));
setImmediate(() => a.catch(() => console.log('caught')));
