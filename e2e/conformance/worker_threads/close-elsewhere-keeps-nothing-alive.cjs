// A port that nobody listens to for messages hears of its other end's close only while something else lives.
const { MessageChannel } = require('node:worker_threads');
const { port1, port2 } = new MessageChannel();
port1.on('close', () => console.log('own end'));
port2.on('close', () => console.log('never: the process has ended'));
port1.close();
process.on('exit', () => console.log('exit'));
