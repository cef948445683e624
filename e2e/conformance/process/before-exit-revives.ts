let times = 0;
process.on('beforeExit', (code) => {
  console.log('beforeExit', code, ++times);
  if (times < 3) setTimeout(() => console.log('revived'), 1);
});
process.on('exit', () => console.log('exit'));
