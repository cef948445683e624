// differs: there are no Windows paths here
import { win32 } from 'node:path';

console.log(
  win32.join('a', '..', 'b\\c'),
  win32.resolve('C:\\a', '..\\b'),
  win32.parse('C:\\x\\y.txt'),
);
