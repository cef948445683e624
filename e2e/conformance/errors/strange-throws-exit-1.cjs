const { fork } = require('child_process');

const values = [null, undefined, 0, '', Symbol('s'), 5n, () => 1, Object.create(null)];
if (process.argv[2] === undefined) {
  (async () => {
    for (const index of values.keys()) {
      const child = fork(__filename, [index], { stdio: ['ignore', 'inherit', 'ignore', 'ipc'] });
      console.log(index, await new Promise((resolve) => child.on('exit', resolve)));
    }
  })();
} else {
  throw values[process.argv[2]];
}
