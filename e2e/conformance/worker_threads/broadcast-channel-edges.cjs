// A handler that is no function is none; nothing can be received from a closed channel.
const { BroadcastChannel, receiveMessageOnPort } = require('node:worker_threads');
const channel = new BroadcastChannel('edges');
channel.onmessage = 3;
channel.onmessage = () => {};
channel.onmessage = null;
console.log(channel.onmessage, receiveMessageOnPort(channel));
channel.close();
try {
  receiveMessageOnPort(channel);
} catch ({ code, message }) {
  console.log(code, message);
}
