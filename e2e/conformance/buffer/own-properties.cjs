// What a program has put on a buffer is shown behind its bytes.
const { inspect } = require('util');
const buffer = Buffer.from('ab');
buffer.name = 'pair';
buffer.list = new Uint8Array(1);
buffer[Symbol('mark')] = { deep: { deeper: { deepest: 1 } } };
Object.defineProperty(buffer, 'hidden', { value: 3 });
console.log(buffer);
console.log(inspect(buffer, { showHidden: true, depth: 0 }));
console.log([buffer], inspect({ buffer }, { colors: true }));
const empty = Buffer.alloc(0);
console.log(empty);
empty.size = 0;
console.log(empty);
