// silent: exit code 7 is all there is
process.on('exit', (code) => console.log('exit', code));
process.on('uncaughtException', () => {
  throw new Error('again');
});
throw new Error('first');
