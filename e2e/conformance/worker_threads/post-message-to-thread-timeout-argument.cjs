// The timeout of `postMessageToThread` stands in the place of the list or after it, and is checked.
const { postMessageToThread } = require('node:worker_threads');
(async () => {
  for (const rest of [
    [-1],
    [[], -1],
    [[], 'soon'],
    [[], Number.NaN],
    ['list'],
    [[], 5000],
    [5000],
  ]) {
    await postMessageToThread(99, 'text', ...rest).catch(({ code, message }) =>
      console.log(rest, code, message),
    );
  }
})();
