// exit() without an argument keeps process.exitCode; a listener may still change it.
process.exitCode = 4;
process.on('exit', (code) => {
  console.log('exit', code);
  process.exitCode = 9;
});
process.exit();
