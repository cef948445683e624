import { fork } from 'node:child_process';

const child = fork('./nowhere.js', { stdio: ['ignore', 'inherit', 'ignore', 'ipc'] });
child.on('error', () => console.log('never'));
child.on('exit', (code) => console.log('exit', code));
