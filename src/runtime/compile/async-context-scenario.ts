/** A program in which the async context could get lost in every way that the compiler handles. */

export const scenario = `
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { once, EventEmitter } from 'node:events';

const storage = new AsyncLocalStorage<string>();
const second = new AsyncLocalStorage<number>();
const show = (label: string, ...more: unknown[]) => console.log(label, storage.getStore(), second.getStore(), ...more);
const fails = async (after: number): Promise<never> => { await delay(after); throw new Error('failed'); };

// Calls of one function that are suspended together.
async function job(name: string) {
  const lines: unknown[] = [];
  const note = (label: string) => lines.push(name, label, storage.getStore());
  note('starts');
  await delay(4);
  try { await fails(1); } catch (error) { note('catch ' + (error as Error).message); } finally { note('finally'); }
  try { await fails(1); } catch { note('bare catch'); }
  try { try { await fails(0); } finally { note('inner finally'); } } catch { note('outer catch'); }
  await null;
  note('ends');
  return lines.join(' ');
}
for (const lines of await Promise.all(['a', 'b', 'c'].map((name) => storage.run(name, () => job(name))))) show(lines);

// Promises that settle in another context, so that nothing restores ours by accident.
const elsewhere = (settle: (gate: PromiseWithResolvers<unknown>) => void) => {
  const gate = Promise.withResolvers<unknown>();
  setTimeout(() => storage.run('elsewhere', () => settle(gate)), 1);
  return gate.promise;
};
await storage.run('waiting', async () => {
  await elsewhere((gate) => gate.resolve(1)); show('resolved');
  try { await elsewhere((gate) => gate.reject(1)); } catch { show('caught'); }
  try { try { await elsewhere((gate) => gate.reject(1)); } finally { show('in finally'); } } catch { show('caught after finally'); }
  const settled = { value: 0, done: false };
  const slow = { [Symbol.asyncIterator]: () => ({ next: () => elsewhere((gate) => gate.resolve(settled)), return: () => elsewhere((gate) => gate.resolve({})) }) } as AsyncIterable<number>;
  for await (const n of slow) { show('slow body', n); break; }
  show('after slow break');
  const ending = { [Symbol.asyncIterator]: () => ({ next: () => elsewhere((gate) => gate.resolve({ done: true })) }) } as AsyncIterable<number>;
  for await (const n of ending) show('never', n);
  show('after slow end');
  try { for await (const n of slow) throw n; } catch { show('after slow throw'); }
  outer: for (;;) for await (const n of slow) { if (n === 0) break outer; }
  show('after outer break');
  { await using resource = { [Symbol.asyncDispose]: () => elsewhere((gate) => gate.resolve(0)) as Promise<void> }; show('using', typeof resource); }
  show('after using');
});

// Nesting, leaving and entering.
await storage.run('outer', async () => {
  await storage.run('inner', async () => { await delay(1); show('nested'); });
  show('back');
  await second.run(7, async () => { await null; show('both'); storage.exit(() => show('exit')); await null; show('still both'); });
  show('only one');
});
await (async () => { storage.enterWith('entered'); await null; show('entered'); })();
show('after entered');
await (async () => { second.enterWith(1); try { throw 1; } catch { second.enterWith(2); show('synchronous catch'); } await null; show('kept'); })();

// Loops.
async function* numbers(count: number) { try { for (let i = 0; i < count; i++) { await delay(1); yield i; show('generator ' + i); } } finally { await null; show('generator closed'); } }
await storage.run('loop', async () => {
  for await (const n of numbers(3)) { show('body ' + n); if (n === 1) await delay(1); }
  show('after loop');
  for await (const n of numbers(3)) if (n === 1) break;
  show('after break');
  outer: for (const round of [1, 2]) { for await (const n of numbers(3)) { if (n === 1) continue outer; show('round ' + round); } }
  show('after labels');
  try { for await (const n of numbers(3)) { await null; throw n; } } catch (n) { show('thrown from loop', n); }
  try { for await (const n of [1, Promise.reject(new Error('in iterable'))]) show('element', n); } catch { show('iterable rejects'); }
  for await (const n of [Promise.resolve(1), 2]) show('from sync', n);
  for (let i = await 0; i < (await 2); i++) show('condition ' + i);
  const found = await (async () => { for await (const n of numbers(3)) { if (n === 1) return n; } })();
  show('returned', found);
});

// Disposal.
await storage.run('using', async () => {
  const closing = (name: string) => ({ async [Symbol.asyncDispose]() { show('closing ' + name); await delay(1); } });
  { await using a = closing('a'); await using b = closing('b'); show('in block', typeof a, typeof b); await null; }
  show('after block');
  try { await using c = closing('c'); await fails(0); void c; } catch { show('after failed block'); }
  await (async () => { await using d = closing('d'); return typeof d; })();
  show('after function');
  // What settles in another context, and disposers that look at theirs.
  const slow = (name: string) => ({ [Symbol.asyncDispose]: () => { show('disposer ' + name); return elsewhere((gate) => gate.resolve(0)) as Promise<void>; } });
  const failing = (name: string) => ({ [Symbol.asyncDispose]: () => { show('disposer ' + name); return elsewhere((gate) => gate.reject(new Error(name))) as Promise<never>; } });
  const plain = (name: string) => ({ [Symbol.dispose]() { show('plain ' + name); } });
  { await using a = slow('a'), // a comment, with a comma
    b = slow('b'), n = null; using c = plain('c'); await using d = slow('d'); show('several'); }
  show('after several');
  try { using e = plain('e'); await using f = slow('f'); using g = plain('g'); await elsewhere((gate) => gate.reject(1)); } catch { show('after rejected'); }
  try { using h = plain('h'); await elsewhere((gate) => gate.reject(1)); } catch { show('after rejected, plain'); }
  try { using i = plain('i'); await using j = failing('j'), k = failing('k'); } catch (error) { show('suppressed', (error as SuppressedError).error.message, (error as SuppressedError).suppressed.message); }
  for (await using each of [slow('x'), plain('y'), slow('z')]) show('head', typeof each);
  show('after head');
  for (await using each of [slow('u')]) try { await elsewhere((gate) => gate.reject(1)); } catch { show('caught in head'); }
  for (using each of [plain('v')]) { await elsewhere((gate) => gate.resolve(1)); show('plain head'); }
  try { for (using each of [plain('w')]) await elsewhere((gate) => gate.reject(1)); } catch { show('after plain head'); }
});

// Values.
await storage.run('values', async () => {
  const thenable = { then(resolve: (value: number) => void) { show('then called'); resolve(4); } };
  show('thenable', await thenable);
  show('sum', (await 1) + (await delay(1, 2)), [await 3, ...(await [4])], { k: await 5 }, \`\${await 6}\`);
  const late = async (x: number, y = () => storage.getStore()) => [await x, y(), await y()];
  show('defaults', await late(1));
  const emitter = new EventEmitter();
  setTimeout(() => emitter.emit('event'), 1);
  await once(emitter, 'event');
  show('event');
});

// Callbacks, and the order of everything.
const order: string[] = [];
const step = (name: string) => async () => { for (let i = 0; i < 3; i++) { order.push(name + i); await (i ? null : Promise.reject(i)).catch?.(() => i); try { await Promise.reject(0); } catch { order.push(name + 'c'); } } };
await storage.run('order', () => Promise.allSettled([step('a')(), step('b')(), Promise.resolve().then(() => order.push('t1')).then(() => order.push('t2')).then(() => order.push('t3')), (async () => { for await (const x of [1, 2]) order.push('f' + x); })()]));
show('order', order.join());
await new Promise<void>((resolve) => storage.run('callbacks', () => { queueMicrotask(() => show('microtask')); process.nextTick(() => show('tick')); setImmediate(() => { show('immediate'); resolve(); }); }));
class Service { #store = async () => (await null, storage.getStore()); static async make() { await null; return new Service(); } get = async () => await this.#store(); async *[Symbol.asyncIterator]() { yield await this.get(); } }
await storage.run('class', async () => { const service = await Service.make(); show('service', await service.get()); for await (const each of service) show('iterated', each); });
show('end');
`;
