process.on('exit', (code) => {
  console.log('exit', code);
  process.on('exit', () => console.log('added late'));
});
try {
  process.exit(2);
} finally {
  console.log('never: finally');
}
