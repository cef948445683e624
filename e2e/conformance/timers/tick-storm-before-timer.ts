let ticks = 0;
setTimeout(() => console.log('timer after', ticks), 0);
const storm = () => {
  if (++ticks < 1000) process.nextTick(storm);
};
process.nextTick(storm);
