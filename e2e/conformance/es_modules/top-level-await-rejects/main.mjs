process.on('exit', (code) => console.log('exit', code));
try {
  await import('./fails.mjs');
} catch (error) {
  console.log('caught', error.message);
}
try {
  await import('./fails.mjs');
} catch (error) {
  console.log('cached', error.message);
}
await import('./throws.mjs').catch((error) => console.log(error));
