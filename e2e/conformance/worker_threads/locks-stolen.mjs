// A stolen lock: its holder's promise rejects, its callback goes on; what is no promise was given
// back before anyone could steal it.
import { subscribe } from 'node:diagnostics_channel';
import { locks } from 'node:worker_threads';

const log = (...all) => console.log(...all.map(String));
for (const name of ['start', 'grant', 'miss', 'end']) {
  subscribe(`locks.request.${name}`, (message) => log(name, Object.keys(message)));
}
const watch = (name, promise) =>
  promise.then(
    (value) => log(name, 'gives', value),
    (error) => log(name, 'fails:', error.name, error.code, error.message),
  );
const turns = async (name) => {
  for (let n = 1; n <= 6; n++) await Promise.resolve().then(() => log(name, n));
};

const gate = Promise.withResolvers();
const first = locks.request('door', async () => {
  await gate.promise;
  log('the first goes on');
});
watch('first', first);
const thief = locks.request('door', { steal: true }, async (lock) => {
  log('stolen', lock, Object.keys(Object.getPrototypeOf(lock)));
  return (await locks.query()).held.length;
});
await Promise.all([watch('thief', thief), turns('a')]);
gate.resolve();
await first.catch(() => undefined);

const sync = locks.request('gate', () => 'at once');
const steal = locks.request('gate', { steal: true }, () => 'too late');
const throws = locks.request('wall', () => {
  throw new RangeError('of the callback');
});
await Promise.all([
  watch('sync', sync),
  watch('steal', steal),
  watch('throws', throws),
  turns('b'),
]);

const long = locks.request('shared', { mode: 'shared' }, () => gate.promise.then(() => 'kept'));
const missed = locks.request('shared', { ifAvailable: true }, (lock) => lock);
const abort = new AbortController();
const aborted = locks.request('shared', { signal: abort.signal }, () => log('never'));
abort.abort(new TypeError('no more'));
await Promise.all([
  watch('long', long),
  watch('missed', missed),
  watch('aborted', aborted),
  turns('c'),
]);

const wrong = [
  [Symbol('name'), () => {}],
  ['name', { mode: 'both' }, () => {}],
  ['name', 5, () => {}],
  ['name', { signal: 5 }, () => {}],
  ['name', { signal: {} }, () => {}],
  ['-name', () => {}],
  ['name', { steal: true, mode: 'shared' }, () => {}],
  ['name', { signal: abort.signal, steal: true }, () => {}],
  ['name', { signal: new AbortController().signal, steal: true }, () => {}],
  ['name', null, () => 'nothing is no option'],
];
for (const all of wrong) await watch(`${typeof all[0]} ${typeof all[1]}`, locks.request(...all));
log(locks, Object.keys(Object.getPrototypeOf(locks)));
