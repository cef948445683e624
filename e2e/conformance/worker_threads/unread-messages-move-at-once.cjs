// What waits in a port goes with it, through ports in ports too, and can be read without a turn of the loop.
const { MessageChannel, receiveMessageOnPort, Worker } = require('node:worker_threads');
const read = (port) => receiveMessageOnPort(port)?.message;
const [line, inner, outer] = [1, 2, 3].map(() => new MessageChannel());
line.port1.postMessage('first');
inner.port1.postMessage(line.port2, [line.port2]);
outer.port1.postMessage(inner.port2, [inner.port2]);
line.port1.postMessage('second');
const moved = read(read(outer.port2));
console.log(read(moved), read(moved), read(moved));
moved.postMessage('back');
console.log(read(line.port1));

const given = new MessageChannel();
const inside = new MessageChannel();
inside.port1.postMessage('within');
given.port1.postMessage(inside.port2, [inside.port2]);
given.port1.postMessage('waiting');
const code = `
  const { parentPort, receiveMessageOnPort, workerData } = require('node:worker_threads');
  const { message } = receiveMessageOnPort(workerData);
  const rest = [message, workerData].map((port) => receiveMessageOnPort(port).message);
  parentPort.postMessage(rest);
`;
const { port2 } = given;
new Worker(code, { eval: true, workerData: port2, transferList: [port2] }).on('message', (rest) =>
  console.log(rest),
);
