process.on('uncaughtException', (error) => console.log('uncaught', error.message));
const target = new EventTarget();
target.addEventListener('x', () => {
  throw new Error('in listener');
});
target.addEventListener('x', () => console.log('next listener runs'));
console.log(target.dispatchEvent(new Event('x')));
