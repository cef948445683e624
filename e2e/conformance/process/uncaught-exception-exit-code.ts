process.on('exit', (code) => {
  console.log('exit', code, process.exitCode);
  process.exitCode = 42;
});
setTimeout(() => {
  throw new Error('x');
}, 1);
