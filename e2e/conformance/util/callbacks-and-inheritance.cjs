const { callbackify, inherits, inspect, styleText } = require('node:util');

async function add(a, b) {
  return a + b;
}
const added = callbackify(add);
console.log(added.name, added.length);
const calculator = { added };
calculator.added(1, 2, function (error, sum) {
  console.log(error, sum, this === calculator);
});
callbackify(async () => Promise.reject(null))((error) => console.log(error.code, error.reason));
// The callback is called in a tick: after the microtasks that are due, before timers.
callbackify(async () => 'tick')(() => console.log('tick'));
Promise.resolve()
  .then(() => undefined)
  .then(() => undefined)
  .then(() => console.log('microtask'));
setTimeout(() => console.log('timer'), 0);

for (const [child, parent] of [
  [null, add],
  [class {}, null],
  [class {}, {}],
  [class {}, 5],
]) {
  try {
    inherits(child, parent);
  } catch (error) {
    console.log(error.code, error.message);
  }
}

console.log(JSON.stringify(inspect(/ab+[c]/g, { colors: true })));
for (const value of ['1', 'true', '', '0', 'false']) {
  process.env.FORCE_COLOR = value;
  console.log(JSON.stringify(value), JSON.stringify(styleText('red', 'text')));
}
