// A message that cannot be cloned leaves the ports that it would have taken along as they were.
const { MessageChannel, receiveMessageOnPort, Worker } = require('node:worker_threads');
const line = new MessageChannel();
const carrier = new MessageChannel();
line.port1.postMessage('before');
for (const send of [
  (message, list) => carrier.port1.postMessage(message, list),
  (workerData, transferList) => new Worker('0', { eval: true, workerData, transferList }),
]) {
  try {
    send({ port: line.port2, fail: () => {} }, [line.port2]);
  } catch (error) {
    console.log(error.name);
  }
}
line.port1.postMessage('after');
console.log(receiveMessageOnPort(line.port2), receiveMessageOnPort(line.port2));
