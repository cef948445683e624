const first = await import('./leaf.mjs');
const second = await import('./leaf.mjs');
const query = await import('./leaf.mjs?again');
console.log(first === second, first === query, first.default, query.default);
for (const bad of ['./missing.mjs', 'no-such-package', 'node:nothing', './folder']) {
  const error = await import(bad).catch((reason) => reason);
  console.log(JSON.stringify(bad), error.name, error.code);
}
const strange = await import({ toString: () => './leaf.mjs' });
console.log(strange === first);
const thrown = await import({
  toString() {
    throw new RangeError('in toString');
  },
}).catch((error) => error);
console.log(thrown.message);
