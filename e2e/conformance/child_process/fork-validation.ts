import { fork, spawn } from 'node:child_process';

const attempts: [string, () => unknown][] = [
  ['no path', () => fork(undefined as never)],
  ['args string', () => fork('./x.js', 'args' as never)],
  ['options', () => fork('./x.js', [], 5 as never)],
  ['nul byte', () => fork('./x\0.js')],
  ['empty command', () => spawn('')],
  ['args number', () => spawn('node', 5 as never)],
  ['cwd', () => spawn('node', [], { cwd: 5 as never })],
  ['timeout', () => spawn('node', [], { timeout: -1 })],
  ['signal', () => spawn('node', [], { signal: {} as never })],
  ['killSignal', () => spawn('node', [], { killSignal: 'NOPE' as never })],
];
for (const [name, attempt] of attempts) {
  try {
    attempt();
    console.log(name, 'passed');
  } catch (error) {
    console.log(name, (error as Error).name, (error as NodeJS.ErrnoException).code);
  }
}
