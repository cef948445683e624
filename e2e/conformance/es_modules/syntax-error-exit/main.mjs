process.on('exit', (code) => console.log('exit', code));
const error = await import('./broken.mjs').catch((reason) => reason);
console.log(error.name, error instanceof SyntaxError, error.message);
await import('./broken.mjs');
