// A port takes functions and objects as listeners, and nothing for nothing.
const { MessageChannel } = require('node:worker_threads');
const { port1 } = new MessageChannel();
for (const [method, ...rest] of [
  ['on', 'message', 3],
  ['once', 'message', 'text'],
  ['addEventListener', 'message'],
  ['addEventListener', 'message', 3],
  ['addEventListener', 'message', null],
]) {
  try {
    port1[method](...rest);
    console.log(method, 'taken', port1.listenerCount('message'), port1.hasRef());
  } catch ({ code, message }) {
    console.log(method, code, message);
  }
}
