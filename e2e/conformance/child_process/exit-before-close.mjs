// exit comes before close, and close after the last of the output.
import { spawn } from 'node:child_process';

const child = spawn(process.execPath, ['-e', 'console.log("text"); process.exitCode = 3']);
const order = [];
child.stdout.on('data', () => order.push('data'));
child.on('exit', (code) => order.push(`exit ${code}`));
child.on('close', (code) => console.log(order.includes('data'), order.includes('exit 3'), code));
