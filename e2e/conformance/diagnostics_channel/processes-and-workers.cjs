const { ChildProcess, spawn } = require('node:child_process');
const channels = require('node:diagnostics_channel');
const { Worker } = require('node:worker_threads');
channels.subscribe('child_process', ({ process }) => console.log(process instanceof ChildProcess));
channels.subscribe('worker_threads', ({ worker }) => console.log(worker instanceof Worker));
spawn(process.execPath, ['-e', '']);
new Worker('', { eval: true });
for (const given of [0, { start: '' }, {}]) {
  try {
    channels.tracingChannel(given);
  } catch (error) {
    console.log(error.name, error.code);
  }
}
