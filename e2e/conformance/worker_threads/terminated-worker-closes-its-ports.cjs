// A worker that is stopped takes the ports along that it was given: their other ends close.
const { MessageChannel, Worker } = require('worker_threads');
const code = `
  const { parentPort, workerData } = require('worker_threads');
  parentPort.on('message', ({ port }) => port.postMessage('held'));
  workerData.port.postMessage('given');
`;
const given = new MessageChannel();
const worker = new Worker(code, {
  eval: true,
  workerData: { port: given.port2 },
  transferList: [given.port2],
});
const sent = new MessageChannel();
worker.postMessage({ port: sent.port2 }, [sent.port2]);
let count = 0;
const ends = [];
for (const { port1 } of [given, sent]) {
  port1.on('message', () => {
    if (++count === 2) worker.terminate().then((code) => ends.push(`terminated ${code}`));
  });
}
let closed = 0;
for (const { port1 } of [given, sent]) {
  port1.on('close', () => {
    if (++closed === 2) ends.push('both closed');
  });
}
process.on('exit', () => console.log(ends.sort()));
