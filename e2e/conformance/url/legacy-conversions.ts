// differs(firefox): Firefox drops the host of a file URL
import { fileURLToPath, pathToFileURL, urlToHttpOptions } from 'node:url';

console.log(pathToFileURL('/a b/ü#?%.ts').href, fileURLToPath('file:///a%20b/%C3%BC.ts'));
console.log(urlToHttpOptions(new URL('http://u:p@example.org:81/a?b#c')).path);
for (const bad of ['http://x/', 'file://host/x', 'file:///a%2Fb', 5]) {
  try {
    console.log(fileURLToPath(bad as string));
  } catch (error) {
    console.log((error as Error).name, (error as NodeJS.ErrnoException).code);
  }
}
