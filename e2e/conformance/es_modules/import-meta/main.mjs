import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import meta from './other.mjs';

console.log(
  basename(import.meta.filename),
  import.meta.main,
  import.meta.url.startsWith('file:///'),
);
console.log(fileURLToPath(import.meta.url) === import.meta.filename);
console.log(import.meta.filename.startsWith(import.meta.dirname));
console.log(Object.keys(import.meta).sort(), Object.getPrototypeOf(import.meta));
console.log(import.meta.resolve('./other.mjs') === meta.url, import.meta.resolve('fs'), meta.main);
