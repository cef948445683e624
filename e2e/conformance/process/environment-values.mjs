const t = (f) => {
  try {
    console.log(f());
  } catch (e) {
    console.log(e.name, e.code, e.message);
  }
};
process.env.A = 5;
console.log(
  process.env.A,
  typeof process.env.A,
  'A' in process.env,
  process.env.nope,
  process.env.toString === Object.prototype.toString,
  Object.keys(process.env).includes('A'),
);
delete process.env.A;
console.log(process.env.A);
process.env.U = undefined;
console.log(process.env.U);
process.env.N = null;
console.log(process.env.N);
t(() => {
  process.env[Symbol('x')] = 1;
});
t(() => {
  process.env.x = Symbol('x');
});
t(() => process.env[Symbol('x')]);
t(() => Symbol('x') in process.env);
t(() => Object.defineProperty(process.env, 'z', { value: 1 }));
t(() => Object.defineProperty(process.env, 'z', { get() {} }));
t(
  () =>
    Object.defineProperty(process.env, 'z', {
      value: 1,
      writable: true,
      enumerable: true,
      configurable: true,
    }).z,
);
t(() => ({ ...process.env }).z);
t(() => JSON.stringify(process.env).includes('"z":"1"'));
t(() => process.env.hasOwnProperty('z'));
t(() => Object.getOwnPropertyDescriptor(process.env, 'z'));
