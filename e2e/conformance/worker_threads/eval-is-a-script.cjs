const { Worker } = require('node:worker_threads');
const code = `
const __filename = 'mine';
const { parentPort } = require('worker_threads');
parentPort.postMessage([__filename, this === globalThis, typeof module, typeof globalThis.require]);
`;
new Worker(code, { eval: true }).on('message', (message) => console.log(message));
