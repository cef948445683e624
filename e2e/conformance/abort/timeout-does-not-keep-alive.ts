AbortSignal.timeout(10_000).addEventListener('abort', () => console.log('never'));
process.on('exit', (code) => console.log('exit', code));
