process.on('exit', (code) => console.log('exit', code));
Promise.reject(new Error('x'));
setTimeout(() => console.log('never'), 100);
