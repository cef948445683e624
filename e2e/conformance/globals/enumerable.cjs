// A loop over the global object finds what it finds in Node, and what the program adds.
globalThis.added = 1;
const found = [];
for (const name in globalThis) found.push(name);
console.log(found.sort().join(' '));
