// The columns of `console.table`: empty collections, chosen properties, wide characters, nested values.
class Point {
  x = 1;
  y = 2;
}
console.table(new Map());
console.table(new Set());
console.table(new Set([1, 'a', { a: 1 }]));
console.table(new Map([[{ a: 1 }, { b: { c: 1 } }]]));
console.table({ a: { a: { a: 1, b: 2 } }, b: { a: { a: 1, b: 2, c: 3 } } });
console.table([{ a: new Map([[1, 2]]), b: new Set([1, 2, 3, 4, 5]) }, { a: new Point() }]);
console.table([{ word: '日本' }, { word: 'é' }, { word: '\u001b[31mred\u001b[39m' }]);
console.table([{ a: 1 }, 2, null], ['a']);
console.table([1, 2], []);
console.table([{ Values: 1 }, 5]);
console.table([{ a: 1, b: 2 }], ['b', 'c', 'a']);
console.table([[], [1], () => 1]);
console.table(Object.create({ inherited: 1 }));
console.table('text');
