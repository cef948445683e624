import { setTimeout as sleep } from 'node:timers/promises';

void sleep(10_000, null, { ref: false }).then(() => console.log('never'));
process.on('exit', (code) => console.log('exit', code));
