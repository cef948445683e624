import { Worker } from 'node:worker_threads';

const worker = new Worker('./nowhere.js');
worker.on('error', (error: NodeJS.ErrnoException) => console.log(error.code, error.name));
worker.on('exit', (code) => console.log('exit', code));
