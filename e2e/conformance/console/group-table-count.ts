console.group('outer');
console.log('multi\nline');
console.group();
console.info({ a: 1, b: { c: [1, 2] } });
console.groupEnd();
console.groupEnd();
console.groupEnd();
console.table([
  { a: 1, b: 'x' },
  { a: 2, c: true },
]);
console.table([[1, 2], [3]]);
console.table(new Map([['k', 1]]));
console.table([{ a: 1, b: 2 }], ['b']);
console.table(5);
console.count();
console.count('x');
console.count();
console.countReset();
console.count();
console.assert(true, 'never');
console.dir({ a: { b: { c: { d: 1 } } } }, { depth: 0 });
console.dirxml({ a: 1 }, [2]);
