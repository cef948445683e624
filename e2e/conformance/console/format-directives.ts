console.log('%s %s %s', 'text', 42n, { a: { b: { c: 1 } } });
console.log('%d %i %f', '42.5', '42.5', '42.5x');
console.log('%j %o', { a: [1] }, { f() {} });
console.log('%O %%', { deep: { deeper: { deepest: { x: 1 } } } });
console.log('%c styled', 'color: red');
console.log('%s', 'only', 'extra', { b: 1 });
console.log('missing %s %d');
console.log('%x %', 1);
console.log('%s %s', Symbol('s'), null, undefined);
console.log('%d', {}, -0);
console.log(
  '%s',
  -0,
  () => 1,
  class A {},
  new (class B {
    toString() {
      return 'own';
    }
  })(),
);
console.log(5, '%s', 'not a format');
