const timer = setTimeout(() => console.log('never'), 10);
const number = +timer;
console.log(typeof number, Number.isInteger(number), timer[Symbol.toPrimitive]() === number);
clearTimeout(`${number}`);
console.log(
  timer.constructor.name,
  setImmediate(() => {}).constructor.name,
  timer.close() === timer,
);
console.log(typeof timer[Symbol.dispose]);
