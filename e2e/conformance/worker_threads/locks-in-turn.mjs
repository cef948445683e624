// A lock that is given back wakes the next request of the same thread, which nothing else keeps alive.
import { locks } from 'node:worker_threads';

const enter = (name) =>
  locks.request('door', () => new Promise((resolve) => setTimeout(resolve, 5, name)));
for (const name of ['one', 'two', 'three']) enter(name).then(console.log);
process.on('exit', (code) => console.log('exit', code));
