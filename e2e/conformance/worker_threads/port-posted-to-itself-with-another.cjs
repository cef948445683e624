// A port that is posted to itself takes what goes with it along: all other ends close.
const { MessageChannel } = require('node:worker_threads');
process.on('warning', ({ message }) => console.log(message));
const line = new MessageChannel();
const lost = new MessageChannel();
line.port1.on('message', () => console.log('never'));
line.port1.on('close', () => console.log('line closed'));
lost.port1.postMessage([lost.port2, line.port2], [lost.port2, line.port2]);
