// The object that stood for a port says `close` once the port was transferred; the port lives on.
const { MessageChannel, receiveMessageOnPort } = require('node:worker_threads');
const line = new MessageChannel();
const carrier = new MessageChannel();
line.port1.on('close', () => console.log('line closed'));
line.port2.on('close', () => {
  console.log('left');
  const { message } = receiveMessageOnPort(carrier.port2);
  console.log(message === line.port2);
  line.port1.on('message', (text) => {
    console.log(text);
    message.close();
  });
  message.postMessage('lives on');
});
carrier.port1.postMessage(line.port2, [line.port2]);
