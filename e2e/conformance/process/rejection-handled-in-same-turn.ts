process.on('unhandledRejection', () => console.log('never'));
const a = Promise.reject(new Error('a'));
queueMicrotask(() => queueMicrotask(() => a.catch(() => console.log('a caught'))));
const b = Promise.reject(new Error('b'));
process.nextTick(() => b.catch(() => console.log('b caught')));
