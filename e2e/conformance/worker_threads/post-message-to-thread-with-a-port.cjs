// A port that goes along with a message to another thread works from there.
const { MessageChannel, postMessageToThread, Worker } = require('worker_threads');
const worker = new Worker(
  `process.on('workerMessage', ({ port }, source) => {
     port.on('message', (message) => {
       port.postMessage(message + ' from thread ' + source);
       port.close();
     });
   });
   require('worker_threads').parentPort.once('message', () => {}).postMessage('ready');`,
  { eval: true },
);
worker.on('message', async () => {
  const { port1, port2 } = new MessageChannel();
  await postMessageToThread(worker.threadId, { port: port2 }, [port2]);
  port1.on('message', (answer) => console.log(answer));
  port1.on('close', () => {
    console.log('closed');
    worker.postMessage('end');
  });
  port1.postMessage('ping');
});
worker.on('exit', (code) => console.log('exit', code));
