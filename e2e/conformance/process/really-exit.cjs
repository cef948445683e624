// process.exit ends through process.reallyExit, which a program may replace; execve checks its arguments.
const attempt = (...args) => {
  try {
    process.execve(...args);
  } catch ({ name, code, message }) {
    console.log(name, code, message);
  }
};
attempt(1);
attempt(process.execPath, 'x');
attempt(process.execPath, ['a\0b']);
attempt(process.execPath, [], { a: 1 });
try {
  delete process.exitCode;
} catch ({ name }) {
  console.log(name);
}
console.log(process.constructor.name, Object.prototype.toString.call(process));
const real = process.reallyExit;
process.on('exit', (code) => console.log('exit', code));
process.reallyExit = (code) => console.log('instead', code);
process.exit(5);
console.log('still here');
process.reallyExit = real;
process.exit(6);
