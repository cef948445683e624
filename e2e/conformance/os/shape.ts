import os, { constants } from 'node:os';

console.log(JSON.stringify(os.EOL), os.platform(), os.type(), os.endianness(), os.devNull);
console.log(typeof os.hostname(), os.tmpdir(), os.availableParallelism() > 0);
console.log(os.uptime() > 0, constants.signals.SIGTERM, constants.signals.SIGKILL);
