const timers = [1, 2, 3].map((n) =>
  setTimeout(() => {
    console.log('ran', n);
    clearTimeout(timers[1]);
  }, 5),
);
