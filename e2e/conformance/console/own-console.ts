import { Console } from 'node:console';

const own = new Console({ stdout: process.stdout, stderr: process.stdout });
own.log('to %s', 'stdout');
own.error('errors too');
own.group();
own.warn({ a: 1 });
console.log(own instanceof Console, console instanceof Console);
const { log } = console;
log('detached');
