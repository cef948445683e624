let times = 0;
process.on('exit', (code) => {
  console.log('exit', code, ++times);
  process.exit(code + 1);
});
process.on('exit', () => console.log('never'));
process.exit(5);
