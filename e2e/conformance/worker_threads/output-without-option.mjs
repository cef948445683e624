// A worker's output goes to the terminal, and to its parent as well once that asks for it.
import { Worker } from 'node:worker_threads';

const worker = new Worker('console.log("from the worker"); process.stdin.resume();', {
  eval: true,
});
let text = '';
worker.stdout.on('data', (chunk) => {
  text += chunk;
});
process.on('exit', (code) => console.log(JSON.stringify(text), code));
