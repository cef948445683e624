process.on('uncaughtException', (error) => console.log('caught', error));
setTimeout(() => {
  throw null;
}, 1);
setTimeout(() => {
  throw undefined;
}, 5);
