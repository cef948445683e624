process.on('unhandledRejection', (reason, promise) => {
  console.log((reason as Error).message, promise instanceof Promise);
});
process.on('rejectionHandled', () => console.log('handled later'));
const late = Promise.reject(new Error('one'));
Promise.reject(new Error('two'));
setTimeout(() => late.catch(() => console.log('caught')), 5);
