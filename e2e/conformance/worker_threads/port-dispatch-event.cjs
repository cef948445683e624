// An event that the program dispatches on a port reaches listeners of both kinds.
const { MessageChannel } = require('node:worker_threads');
const channel = new MessageChannel();
console.log(Object.keys(channel), Object.keys({ ...channel }));
const { port1 } = channel;
port1.on('signal', (event) => console.log('on', event.type));
port1.addEventListener('signal', (event) => {
  console.log('listener', event.type);
  event.preventDefault();
});
console.log(port1.dispatchEvent(new Event('signal')));
console.log(port1.dispatchEvent(new Event('signal', { cancelable: true })));
try {
  port1.dispatchEvent({ type: 'signal' });
} catch ({ code, message }) {
  console.log(code, message);
}
