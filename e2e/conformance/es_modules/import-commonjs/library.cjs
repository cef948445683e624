exports.counter = 1;
exports.named = function () {
  return this === undefined || this === globalThis;
};
