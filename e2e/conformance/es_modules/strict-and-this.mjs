console.log(this, typeof require, typeof module, typeof exports, typeof __filename);
try {
  undeclared = 1;
} catch (error) {
  console.log(error.name, error.message);
}
console.log(
  (function () {
    return this;
  })(),
);
try {
  Object.freeze([]).push(1);
} catch (error) {
  console.log(error.name);
}
