process.on('SIGINT', () => console.log('never'));
process.on('exit', (code) => console.log('exit', code));
