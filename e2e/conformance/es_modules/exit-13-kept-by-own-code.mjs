process.on('exit', (code) => {
  console.log('exit', code);
  process.exitCode = 4;
});
await new Promise(() => {});
