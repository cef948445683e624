import { once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';

const { port1, port2 } = new MessageChannel();
port2.postMessage('first');
port2.postMessage('second');
console.log(await once(port1, 'message'));
console.log(await once(port1, 'message'));
port1.on('close', () => console.log('closed'));
port1.close();
