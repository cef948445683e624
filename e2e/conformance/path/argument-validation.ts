import path from 'node:path';

try {
  path.join(5 as never);
} catch (error) {
  console.log((error as NodeJS.ErrnoException).code, (error as Error).message);
}
