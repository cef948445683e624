process.on('SIGUSR2', (signal, number) => {
  console.log('caught', signal, number);
  clearInterval(timer);
});
const timer = setInterval(() => undefined, 1000);
console.log(process.kill(process.pid, 'SIGUSR2'));
console.log('sync end');
