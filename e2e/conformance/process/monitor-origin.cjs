// The monitor sees the error and its origin, and does not take it.
process.on('uncaughtExceptionMonitor', (error, origin) => console.log(error.message, origin));
process.on('uncaughtException', (error, origin) => console.log('caught', error.message, origin));
Promise.reject(new Error('rejected'));
setTimeout(() => {
  throw new Error('thrown');
}, 200);
