// A port that waits in a port which is closed unread is lost: its other end closes.
const { MessageChannel } = require('node:worker_threads');
const line = new MessageChannel();
const carrier = new MessageChannel();
line.port1.on('message', () => console.log('never'));
line.port1.on('close', () => console.log('line closed'));
carrier.port1.postMessage({ port: line.port2 }, [line.port2]);
carrier.port2.close();
