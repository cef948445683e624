for (const name of ['process', 'Buffer']) {
  const { get, set, enumerable } = Object.getOwnPropertyDescriptor(globalThis, name);
  console.log(name, typeof get, typeof set, enumerable);
}
process = 'replaced';
console.log(globalThis.process);
process = require('node:process');
console.log(Object.prototype.toString.call(globalThis), fetch.name, clearInterval.name);
delete globalThis.setTimeout;
console.log(typeof globalThis.setTimeout, typeof require('node:timers').setTimeout);
process.env[''] = 'nothing';
process.env.SOME = 'value';
console.log(process.env[''], structuredClone(process.env).SOME);
