// The round that runs the last callback which counts also fires what is due by then.
const spin = () => {
  const start = performance.now();
  while (performance.now() - start < 20);
};
const later = (name) => setTimeout(() => console.log(name), 1).unref();
let times = 0;
process.on('beforeExit', () => {
  console.log('beforeExit', ++times);
  if (times === 1) {
    later('first of the next');
    spin();
    setImmediate(() => console.log('revived'));
  } else later('never');
});
setImmediate(() => {
  console.log('immediate');
  later('of the same round');
  spin();
});
