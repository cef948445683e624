const second = setImmediate(() => console.log('never'));
setImmediate(() => console.log('kept'));
setImmediate(() => console.log('kept too'));
clearImmediate(second);
const order = [];
const a = setImmediate(() => {
  order.push('a');
  clearImmediate(b);
});
const b = setImmediate(() => order.push('b'));
setImmediate(() => console.log(order));
