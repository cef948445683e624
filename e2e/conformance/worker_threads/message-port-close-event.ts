import { MessageChannel } from 'node:worker_threads';

const { port1, port2 } = new MessageChannel();
port1.on('close', () => console.log('port1 close'));
port2.on('close', () => console.log('port2 close'));
port1.on('message', (message) => console.log('message', message));
port2.postMessage('last');
port2.close();
port2.postMessage('after close');
console.log('sync end');
