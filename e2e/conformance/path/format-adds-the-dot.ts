import path from 'node:path';

console.log(path.format({ dir: '/d', name: 'n', ext: 'e' }));
