process.once('SIGTERM', () => {
  console.log('first');
  process.kill(process.pid, 'SIGTERM');
});
setInterval(() => undefined, 1000);
process.kill(process.pid, 'SIGTERM');
