import { MessageChannel } from 'node:worker_threads';

const { port1, port2 } = new MessageChannel();
port1.on('message', () => console.log('never'));
console.log(port1.hasRef(), port2.hasRef());
port1.unref();
console.log(port1.hasRef());
process.on('exit', (code) => console.log('exit', code));
