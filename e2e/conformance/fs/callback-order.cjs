const fs = require('fs');
setTimeout(() => {
  fs.readFile(__filename, 'utf8', (error, text) => {
    console.log('read', error, text.startsWith('const fs'));
    setTimeout(() => console.log('timeout after read'), 0);
    setImmediate(() => console.log('immediate after read'));
    process.nextTick(() => console.log('tick after read'));
    Promise.resolve().then(() => console.log('microtask after read'));
  });
  setImmediate(() => console.log('immediate'));
  process.nextTick(() => console.log('tick'));
  console.log('asked');
}, 1);
