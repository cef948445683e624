import { spawn } from 'node:child_process';
import { once } from 'node:events';

const forever = ['-e', 'setInterval(() => {}, 1000)'];
const timed = spawn('node', forever, { timeout: 50, stdio: 'ignore' });
console.log(timed.stdout, timed.stdio, await once(timed, 'exit'), timed.killed, timed.signalCode);
const killed = spawn('node', forever);
killed.kill('SIGKILL');
console.log(await once(killed, 'close'), killed.kill());
const controller = new AbortController();
const aborted = spawn('node', forever, { signal: controller.signal });
aborted.on('error', (error) => console.log(error.name, error.code));
aborted.on('spawn', () => controller.abort());
console.log(await once(aborted, 'close').catch((error) => error.name));
console.log(await new Promise((done) => aborted.on('exit', (...args) => done(args))));
