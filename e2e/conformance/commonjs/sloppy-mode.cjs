undeclared = 5;
console.log(
  globalThis.undeclared,
  (function () {
    return this === globalThis;
  })(),
);
with ({ inside: 'with' }) console.log(inside);
console.log(010, delete Object.freeze({ a: 1 }).a);
var let_ = 1;
function dup(a, a) {
  return a;
}
console.log(dup(1, 2), typeof hoistedInBlock);
{
  function hoistedInBlock() {}
}
console.log(typeof hoistedInBlock, eval('var viaEval = 3; viaEval'), viaEval);
