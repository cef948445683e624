process.env.A = 5 as never;
process.env.U = undefined;
process.env.N = null as never;
process.env.B = true as never;
console.log(process.env.A, process.env.U, process.env.N, process.env.B, 'A' in process.env);
delete process.env.A;
console.log(process.env.A, 'A' in process.env, process.env.NOT_THERE);
try {
  process.env.S = Symbol('x') as never;
} catch (error) {
  console.log((error as Error).name);
}
console.log(Object.keys(process.env).includes('B'), Object.hasOwn(process.env, 'U'));
