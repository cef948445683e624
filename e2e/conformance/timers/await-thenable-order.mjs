const log = (text) => () => console.log(text);
(async () => {
  await {
    then: (resolve) => {
      console.log('then called');
      resolve();
    },
  };
  console.log('thenable awaited');
})();
(async () => {
  await undefined;
  console.log('undefined awaited');
})();
(async () => (async () => 1)())().then(log('returned promise unwrapped'));
Promise.resolve().then(log('p1')).then(log('p2')).then(log('p3')).then(log('p4'));
console.log('sync');
