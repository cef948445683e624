import { basename } from 'node:path';

const before = process.cwd();
process.chdir('..');
console.log(before.startsWith(process.cwd()));
process.chdir(before);
console.log(process.cwd() === before, basename(process.argv[1] ?? ''));
try {
  process.chdir('./nowhere');
} catch (error) {
  console.log((error as NodeJS.ErrnoException).code, (error as NodeJS.ErrnoException).syscall);
}
