// Everything of process can be imported by its name, works without it, and is a value of that moment.
import process, {
  cwd,
  emitWarning,
  exitCode,
  stdin as input,
  nextTick,
  stdout as output,
  stderr,
} from 'node:process';

process.exitCode = 3;
console.log(exitCode, process.exitCode, cwd() === process.cwd());
console.log(input === process.stdin, output === process.stdout, stderr === process.stderr);
for (const name of ['stdin', 'cwd', 'nextTick', 'exitCode', 'exit', 'on', 'emit']) {
  const descriptor = Object.getOwnPropertyDescriptor(process, name);
  console.log(name, descriptor?.enumerable, typeof descriptor?.get);
}
process.on('warning', ({ name, message }) => console.log(name, message));
emitWarning('careful', 'Note');
nextTick((what: string) => console.log(what), 'tick');
process.exitCode = 0;
