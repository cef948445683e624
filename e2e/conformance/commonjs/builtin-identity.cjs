console.log(
  require('fs') === require('node:fs'),
  require('events') === require('events').EventEmitter,
);
console.log(
  require('process') === process,
  require('console') === console,
  require('timers').setTimeout === setTimeout,
);
console.log(
  require('buffer').Buffer === Buffer,
  require('url').URL === URL,
  require('util').TextEncoder === TextEncoder,
);
console.log(
  require('assert').strict === require('assert/strict'),
  require('path/posix') === require('path').posix,
);
console.log(
  require('timers/promises') === require('timers').promises,
  require('perf_hooks').performance === performance,
);
