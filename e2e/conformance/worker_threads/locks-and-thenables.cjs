// A thenable is no promise: the lock is given back at once, and its `then` is called twice.
const { locks } = require('node:worker_threads');
let calls = 0;
const soon = {
  then(resolve) {
    calls++;
    setTimeout(resolve, 5, 'value');
  },
};
const refusing = { then: (_resolve, reject) => reject(new Error(`refused ${++calls}`)) };
(async () => {
  const first = locks.request('a', () => soon);
  locks.request('a', () => console.log('granted again'));
  console.log(await first, calls);
  console.log(await locks.request('a', { ifAvailable: true }, async () => soon), calls);
  await locks.request('a', () => refusing).catch(({ message }) => console.log(message, calls));
})();
