// differs: the URL class is the browser's own, with its own error
try {
  new URL('not a url');
} catch (error) {
  console.log((error as Error).name, (error as NodeJS.ErrnoException).code);
}
