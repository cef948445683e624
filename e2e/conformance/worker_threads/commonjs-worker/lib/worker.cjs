const { parentPort, workerData } = require('worker_threads');
const { double } = require('./double');

parentPort.postMessage({ result: double(workerData), main: require.main === module });
