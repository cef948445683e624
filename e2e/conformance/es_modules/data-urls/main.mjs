// Modules in data: URLs, what other schemes give, and errors that name the module.

import answer, {
  named,
} from 'data:text/javascript,export const named = import.meta.url; export default 42';
import { Worker } from 'node:worker_threads';

console.log(answer, named);
const base64 = Buffer.from('export default typeof require + import.meta.dirname').toString(
  'base64',
);
console.log((await import(`data:text/javascript;base64,${base64}`)).default);
console.log((await import('data:application/json,{"a":1}', { with: { type: 'json' } })).default);
console.log(
  (await import('data:text/javascript,export { sep as default } from "node:path"')).default,
);
console.log(import.meta.resolve('data:text/javascript,1'));
for (const specifier of [
  'data:application/json,{}',
  'data:text/css,a',
  'data:nothing',
  'data:text/javascript,import "./beside.mjs"',
  'https://example.com/x.mjs',
  'custom:thing',
]) {
  await import(specifier).catch(({ name, code, message }) =>
    console.log(name, code, message.split('"data')[0]),
  );
}
await import('./absent.mjs').catch(({ code, url }) =>
  console.log(code, url.endsWith('/absent.mjs')),
);
await import('./wrong-name.mjs').catch(({ name, message }) => console.log(name, message));
await import('./uses-require.mjs').catch(({ name, message }) => console.log(name, message));
new Worker(new URL('data:text/javascript,console.log("in a worker", import.meta.url)')).on(
  'exit',
  (code) => console.log('exit', code),
);
