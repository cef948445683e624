// Source text that only an ES module can be is one; --input-type decides; what it throws arrives whole.
const { Worker } = require('node:worker_threads');
const run = (name, code, options = {}) =>
  new Promise((resolve) => {
    const worker = new Worker(code, { eval: true, ...options });
    worker.on('message', (message) => console.log(name, 'message', message));
    worker.on('error', ({ name: kind, code, message, stack }) =>
      console.log(name, 'error', kind, code, message.split('\n')[0], typeof stack),
    );
    worker.on('exit', (code) => {
      console.log(name, 'exit', code);
      resolve();
    });
  });
const post = 'parentPort.postMessage';
(async () => {
  await run('import', `import { parentPort } from 'node:worker_threads'; ${post}(typeof require);`);
  await run('await', `const { parentPort } = await import('node:worker_threads'); ${post}(this);`);
  await run(
    'script',
    `const { parentPort } = require('node:worker_threads'); ${post}(typeof module);`,
  );
  await run('declares', `const module = 1; require('node:worker_threads').${post}(module);`);
  await run('forced', 'const x = require;', { execArgv: ['--input-type=module'] });
  await run('unknown', `import 'node:no-such-module';`);
  await run(
    'stackless',
    `Error.prepareStackTrace = () => { throw 1; }; throw new RangeError('bare');`,
  );
  await run(
    'patched',
    `const { parentPort } = require('node:worker_threads');
     Array.prototype[Symbol.iterator] = Map.prototype.entries = () => { throw new Error('called'); };
     ${post}('sent');`,
  );
})();
