let count = 0;
let done = false;
const again = () => {
  count++;
  if (!done) setImmediate(again);
};
again();
setTimeout(() => {
  done = true;
  console.log('timer ran', count > 1);
}, 10);
