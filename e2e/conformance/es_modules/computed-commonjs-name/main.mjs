// differs: names of CommonJS exports are taken from the exports, not guessed from the source
const error = await import('./importer.mjs').catch((reason) => reason);
console.log(error.name);
