// differs(webkit): WebKit does not name a variable that is read too early
console.log(early(), typeof late, typeof Later);
function early() {
  return 'hoisted';
}
var late = 1;
try {
  console.log(Later2);
} catch (error) {
  console.log(error.message);
}
const Later2 = class {};
var Later = Later2;

export { early, late };
